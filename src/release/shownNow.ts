import { noRelease } from './noRelease.ts';
import type { Release } from './release.ts';

/**
 * A release as this code shows it, whatever catalogue it was made with: every table of the catalogue that the release has
 * with the same definition; one made of nobody in place of each that it has not, such as a series that restarted since.
 * A table that the catalogue no longer knows stays out; the package has it.
 */
export function shownNow(release: Release): Release {
  const { tables, definitions } = noRelease();
  const then = new Map(release.tables.map((table) => [table.table, table]));
  return {
    ...release,
    tables: tables.map((none) =>
      definitions[none.table] === release.definitions[none.table] ? (then.get(none.table) ?? none) : none,
    ),
  };
}
