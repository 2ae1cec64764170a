/** A line of estimates.csv: the text in one of its columns. */
export type Line = (name: string) => string;

export function readLines(csv: string): readonly Line[] {
  const [header = [], ...rows] = [...csv.matchAll(/.+/g)].map(([row]) =>
    [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((at) => at[1] ?? at[2] ?? ''),
  );
  return rows.map((row) => (name: string) => row[header.indexOf(name)] ?? '');
}

export const key = (line: Line, ...names: readonly string[]): string =>
  names.map((name) => line(name)).join(' ');

export const add = (list: readonly Line[], name = 'x'): number =>
  list.reduce((sum, one) => sum + Number(one(name)), 0);
