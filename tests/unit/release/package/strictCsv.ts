import { parse } from 'csv-parse/sync';
import type { TableFile } from '../../../../src/release/package/column.ts';

interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  readonly categories?: readonly { readonly value: string }[];
  readonly constraints?: {
    readonly required?: boolean;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly pattern?: string;
  };
}

/** As much of a Table Schema as our tables use. */
export interface TableSchema {
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly missingValues: readonly string[];
}

/** A CSV file read as strictly as RFC 4180 allows: the same number of fields on each line, no stray quote. */
export const strictCsv = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, relax_column_count: false, relax_quotes: false, record_delimiter: '\n' });

/** How a value of each type is written; the standard’s lexical rules, narrowed to what we write. */
const forms: Readonly<Record<Field['type'], RegExp>> = {
  string: /^.*$/s,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d{6})?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

function valueProblem({ type, categories, constraints = {} }: Field, value: string): string | null {
  if (!forms[type].test(value)) return `is no ${type}`;
  if (categories && !categories.some((category) => category.value === value)) return 'is no category';
  const { minimum, maximum, pattern } = constraints;
  if (minimum !== undefined && Number(value) < minimum) return `is under ${minimum}`;
  if (maximum !== undefined && Number(value) > maximum) return `is over ${maximum}`;
  // A pattern is of the whole value (XML Schema regular expressions are anchored).
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(value))
    return `is not of the form ${pattern}`;
  return null;
}

/** What in a CSV file is not as its Table Schema says; empty when all of it is. */
export function schemaProblems(csv: string, schema: TableSchema): readonly string[] {
  const lines = strictCsv(csv);
  const header = csv.slice(0, csv.indexOf('\n')).split(',');
  const names = schema.fields.map(({ name }) => name);
  const values = lines.flatMap((line, index) =>
    schema.fields.flatMap((field) => {
      const value = line[field.name] ?? '';
      const isMissing = schema.missingValues.includes(value);
      if (isMissing && field.constraints?.required !== true) return [];
      const problem = isMissing ? 'is required' : valueProblem(field, value);
      return problem === null ? [] : [`line ${index + 2}, ${field.name}: “${value}” ${problem}`];
    }),
  );
  const keys = lines.map((line) => schema.primaryKey.map((name) => line[name]).join('\u0000'));
  return [
    ...(header.join() === names.join() ? [] : [`the header is ${header.join()} and not ${names.join()}`]),
    ...values,
    ...keys.flatMap((key, index) =>
      keys.indexOf(key) === index
        ? []
        : [`line ${index + 2}: its key ${key.replaceAll('\u0000', ' ')} is there already`],
    ),
    ...schema.primaryKey
      .filter((name) => !names.includes(name))
      .map((name) => `the key names no column ${name}`),
  ];
}

/** The problems of a table as it is made. */
export const problemsOf = ({ csv, schema }: TableFile): readonly string[] =>
  schemaProblems(csv, schema as TableSchema);
