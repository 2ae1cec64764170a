/** One line of a table of a data package, as the file has it. */
export interface PackageLine {
  /** Its place in the file, from 1 for the header. */
  readonly number: number;
  /** What stands in a column. @throws Error when the table has no such column */
  readonly of: (column: string) => string;
}

/** The fields of a line, quoted ones without their quotes (RFC 4180). No field of a package holds a line break. */
const fieldsOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  );

/**
 * The lines of a table of a data package.
 * @param csv the whole file
 * @throws Error on a line with more or fewer fields than the header, naming it
 */
export function readLines(csv: string): readonly PackageLine[] {
  const [header = '', ...rows] = csv.trimEnd().split('\n');
  const columns = new Map(fieldsOf(header).map((name, place) => [name, place]));
  return rows.map((row, i) => {
    const fields = fieldsOf(row);
    const number = i + 2;
    if (fields.length !== columns.size)
      throw new Error(`Line ${number} has ${fields.length} fields, and the header ${columns.size}.`);
    const of = (column: string): string => {
      const field = fields[columns.get(column) ?? -1];
      if (field === undefined) throw new Error(`The table has no column ${column}.`);
      return field;
    };
    return { number, of };
  });
}

/** The value of a column as a number; undefined where it is empty. */
export function numberIn(line: PackageLine, column: string): number | undefined {
  const text = line.of(column);
  return text === '' ? undefined : Number(text);
}
