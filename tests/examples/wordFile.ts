import { strToU8, zipSync } from 'fflate';

const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A run of words. @param style such as `<w:b/>` for bold */
export const run = (text: string, style = ''): string =>
  `<w:r><w:rPr>${style}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of a style, such as Heading1 or Quote. */
export const paragraph = (runs: string, style = '', more = ''): string =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${more}</w:pPr>${runs}</w:p>`;

/** What makes a paragraph an item of a list: of one with dots, or of one with numbers that begins with 3. */
export const itemOf = (list: 'dots' | 'numbers'): string =>
  `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list === 'dots' ? 1 : 2}"/></w:numPr>`;

/** The number that leads to a footnote. */
export const noteMark = (id: number): string =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;

/**
 * The bytes of a Word file.
 * @param notes footnotes by their number, from 1
 * @param more parts that it holds besides, by their names
 */
export function wordFile(
  paragraphs: readonly string[],
  notes: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Buffer {
  const names: readonly [string, string][] = [
    ['Title', 'Title'],
    ['Heading1', 'heading 1'],
    ['Quote', 'Quote'],
  ];
  const styles = names.map(
    ([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  );
  const footnotes = notes.map(
    (text, i) => `<w:footnote w:id="${i + 1}">${paragraph(run(text))}</w:footnote>`,
  );
  const level = (format: string) =>
    `<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="${format}"/></w:lvl>`;
  const list = (id: number, format: string) =>
    `<w:abstractNum w:abstractNumId="${id}">${level(format)}</w:abstractNum>`;
  const ofList = (id: number) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
  const part = (name: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${DOCUMENT}.${name === 'document' ? 'document.main' : name}+xml"/>`;
  const relation = (name: string) =>
    `<Relationship Id="${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`;
  const parts = ['styles', 'numbering', 'footnotes'];
  const files = {
    '[Content_Types].xml': `<Types xmlns="${TYPES}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${['document', ...parts].map(part).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${TYPES}/relationships"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${TYPES}/relationships">${parts.map(relation).join('')}</Relationships>`,
    'word/document.xml': `<w:document ${W}><w:body>${paragraphs.join('')}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${W}>${styles.join('')}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${W}>${list(1, 'bullet')}${list(2, 'decimal')}${ofList(1)}${ofList(2)}</w:numbering>`,
    'word/footnotes.xml': `<w:footnotes ${W}>${footnotes.join('')}</w:footnotes>`,
    ...more,
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, xml(text)]))),
  );
}
