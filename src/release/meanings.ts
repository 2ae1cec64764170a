import { catalogue } from './catalogue.ts';
import { segments } from './segments.ts';
import type { Cell } from './series.ts';
import { sha256 } from './sha256.ts';
import { tableName } from './tables.ts';

const digest = (meaning: unknown): string => sha256(JSON.stringify(meaning)).slice(0, 16);

const classes = (cells: readonly Cell[]) => cells.map(({ code, where }) => [code, where] as const);

/**
 * What every series and every segment counts, as a digest by name: who is in it, and which answers are in which of its
 * classes. Words are not in it. A name that has been published keeps its digest for ever (protocol 3.3, P7).
 */
export const meanings = (): Readonly<Record<string, string>> =>
  Object.fromEntries<string>([
    ...catalogue.flatMap(({ id, series }) =>
      series.map(
        (one) =>
          [
            tableName(id, one.id),
            digest([one.side, one.base.where, classes(one.cells), classes(one.asides)]),
          ] as const,
      ),
    ),
    ...segments.map(
      (one) =>
        [`segment ${one.id}`, digest([one.sides, classes(one.categories), classes(one.asides)])] as const,
    ),
  ]);
