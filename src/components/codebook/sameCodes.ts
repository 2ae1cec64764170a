import type { CodebookRow } from '../../survey/codebook.ts';

/** Variables of one question that can hold the same codes, so that these are printed once. */
export interface SameCodes {
  /** The first row of each variable. */
  readonly variables: readonly CodebookRow[];
  /** The codes, as the first variable has them. */
  readonly codes: readonly CodebookRow[];
}

const codesOf = (rows: readonly CodebookRow[]): string =>
  JSON.stringify(
    rows.map(({ code, label, since, until, stored, column, variable }) => [
      code,
      label,
      since,
      until,
      stored,
      column.replace(variable, ''),
    ]),
  );

/** @param rows of one question, those of a variable together */
export function sameCodes(rows: readonly CodebookRow[]): readonly SameCodes[] {
  const groups = new Map<string, { variables: CodebookRow[]; codes: readonly CodebookRow[] }>();
  for (const name of new Set(rows.map(({ variable }) => variable))) {
    const codes = rows.filter(({ variable }) => variable === name);
    const key = codesOf(codes);
    const group = groups.get(key) ?? { variables: [], codes };
    group.variables.push(...codes.slice(0, 1));
    groups.set(key, group);
  }
  return [...groups.values()];
}
