import { unaskedConditions } from '../../src/survey/unaskedConditions.ts';
import { frozenIn, refused } from './frozen.ts';
import { migrationsFolder, pendingIn, pendingMigrations } from './pending.ts';
import { consentsNow, versionsIn, type Files, type Source } from './source.ts';

export interface Generated {
  /** The migrations that the code asks for, by path. */
  readonly migrations: Files;
  /** Paths of generated migrations that it does not ask for any more; none of them is frozen. */
  readonly obsolete: readonly string[];
  /** Why the code cannot stand as it is: one sentence each, with what to do. Nothing is written then. */
  readonly refused: readonly string[];
}

/**
 * The migrations that follow from the code. Until something is frozen they are written in place; after that what is frozen
 * stays and every change is a migration of its own.
 */
export function generate(source: Source, files: Files, now: Date): Generated {
  const frozen = frozenIn(files);
  const sentences = [...unaskedConditions(source.questionnaire), ...refused(source, files)];
  if (sentences.length > 0) return { migrations: new Map(), obsolete: [], refused: sentences };
  if (frozen === undefined) {
    const texts = source.migrations([source.questionnaire], versionsIn(consentsNow(source)));
    const migrations = Object.entries(texts).map(
      ([name, sql]) => [`${migrationsFolder}${name}`, sql] as const,
    );
    return { migrations: new Map(migrations), obsolete: [], refused: [] };
  }
  const pending = pendingMigrations(source, files, frozen, now);
  return {
    ...pending,
    obsolete: pendingIn(files, frozen).filter((path) => !pending.migrations.has(path)),
  };
}
