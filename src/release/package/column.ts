import { csvText, type CsvValue } from './csvText.ts';

/** A code of a column with its meaning. */
export interface Category {
  readonly value: string;
  readonly label: string;
}

/**
 * One column of a table of the data package: its heading, what it means and what it holds. The CSV file and its Table
 * Schema are both made from it, so they cannot disagree (https://datapackage.org/standard/table-schema/).
 */
export interface Column<Line> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  /** Every code it may hold; anything else is an error. */
  readonly categories?: readonly Category[];
  readonly categoriesOrdered?: boolean;
  readonly constraints?: Readonly<Record<string, string | number | boolean>>;
  readonly value: (line: Line) => CsvValue;
}

/** A column with a text on every line. */
export const text = <Line>(
  name: string,
  title: string,
  description: string,
  value: Column<Line>['value'],
  more: Partial<Column<Line>> = {},
): Column<Line> =>
  optionalText(name, title, description, value, { constraints: { required: true }, ...more });

/** A column with a text where there is something to say. */
export const optionalText = <Line>(
  name: string,
  title: string,
  description: string,
  value: Column<Line>['value'],
  more: Partial<Column<Line>> = {},
): Column<Line> => ({ name, title, description, type: 'string', ...more, value });

/** A table of the data package. */
export interface TableFile {
  /** Without an ending: “estimates”. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly csv: string;
  /** Its Table Schema. */
  readonly schema: object;
}

/**
 * Empty is the one way of having no value; it never stands for a code. A list of texts is what both versions of the
 * standard know: readers of the first one take a labelled value for no value at all.
 */
const missingValues = [''];

/**
 * Makes a table: the CSV text and the Table Schema from the same columns.
 * @param table with `primaryKey`, the names of the columns that tell its lines apart.
 */
export function tableFile<Line>(table: {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column<Line>[];
  readonly primaryKey: readonly string[];
  readonly lines: readonly Line[];
}): TableFile {
  const { name, title, description, columns, primaryKey, lines } = table;
  const fields = columns.map(
    ({
      name: field,
      title: heading,
      description: about,
      type,
      categories,
      categoriesOrdered,
      constraints,
    }) => ({
      name: field,
      type,
      title: heading,
      description: about,
      ...(categories && { categories, categoriesOrdered: categoriesOrdered ?? false }),
      ...(constraints && { constraints }),
    }),
  );
  return {
    name,
    title,
    description,
    csv: csvText(
      columns.map((column) => column.name),
      lines.map((line) => columns.map(({ value }) => value(line))),
    ),
    schema: { fields, primaryKey, missingValues },
  };
}
