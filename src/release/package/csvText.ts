/** What one field of a CSV file may hold; null is printed as an empty field. */
export type CsvValue = string | number | boolean | null;

/** Quoted where it must be (RFC 4180, https://www.rfc-editor.org/rfc/rfc4180). */
const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Punctuation that ASCII has another form for. */
const plainForms: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '≤': '<=',
  '≥': '>=',
  '×': 'x',
  '\u00A0': ' ',
  '\u202F': ' ',
};

/**
 * Punctuation in ASCII: a spreadsheet that takes a file for Windows-1252 prints “’” as “â€™”, and the mark that would tell
 * it otherwise becomes a part of the first column’s name in readers that do not expect it. Letters stay as they are.
 */
export const plainPunctuation = (text: string): string =>
  text.replaceAll(/[^\x00-\x7F]/gu, (mark) => plainForms[mark] ?? mark);

/** Whole numbers as they are, others to six decimals: as many as the test vectors of the ranges have (protocol 2.1). */
export const decimals = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(6);

const printed = (value: CsvValue): string =>
  typeof value === 'number' ? decimals(value) : plainPunctuation(String(value ?? ''));

/**
 * A CSV file: UTF-8 with plain punctuation, comma, header, full stop for decimals, LF, no thousands marks, the order of the lines as given.
 * The one writer of CSV of this project.
 * @throws Error when a line has not as many fields as the header, naming it: shifted fields would publish wrong numbers.
 */
export function csvText(header: readonly string[], lines: readonly (readonly CsvValue[])[]): string {
  const rows = lines.map((line, index) => {
    if (line.length !== header.length)
      throw new Error(`Line ${index + 2} of a CSV file has ${line.length} fields and not ${header.length}.`);
    return line.map(printed);
  });
  return [header, ...rows].map((fields) => `${fields.map(quoted).join(',')}\n`).join('');
}
