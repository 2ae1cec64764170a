import type { Found, Section, Table } from './section.ts';

const head = `# Benchmarks

Written by \`npm run bench\`; do not edit. Ours beside its peers and beside the least that is possible, each comparison in one run on one machine.
Milliseconds differ between machines and between runs; ratios within a table hold better. Where a figure has a range in brackets, it is a median with the
least and the most of its rounds. Targets that were missed are in the tables like the others.
`;

/** The columns as wide as their widest cell, so that it can be read in a terminal too; numbers to the right. */
export function tableText(table: Table): string {
  const [heads = [], ...rows] = table;
  const widths = heads.map((_, i) => Math.max(3, ...table.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(heads), line(rule), ...rows.map(line)].join('\n');
}

const verdict = (holds: boolean | null): string => {
  if (holds === null) return 'not judged';
  return holds ? 'met' : '**missed**';
};

/** A section as it stands in the page, from its heading on. */
export function sectionText(
  { title, about }: Pick<Section, 'title' | 'about'>,
  { rounds, tables, targets }: Found,
  run: { readonly command: string; readonly quick: boolean; readonly day: string; readonly machine: string },
): string {
  const quick = run.quick ? '**A trial, once and at the smallest size: not to be quoted.** ' : '';
  const judged: Table = [
    ['Target', 'Found', ''],
    // Once and small, a ratio is mostly noise.
    ...targets.map(({ promise, found, holds }) => [promise, found, verdict(run.quick ? null : holds)]),
  ];
  return [
    `## ${title}`,
    about,
    `${quick}${run.day}, \`${run.command}\`: ${rounds}. ${run.machine}.`,
    ...[...tables, ...(targets.length > 0 ? [judged] : [])].map(tableText),
    '',
  ].join('\n\n');
}

/**
 * The page with one section written anew; the others stay as they were measured.
 * @param page as it was, or '' when there is none
 * @param sections all there are, in order, by the name they are run by
 */
export function pageWith(
  page: string,
  sections: Readonly<Record<string, Pick<Section, 'title'>>>,
  text: string,
): string {
  const sectionsOf = (markdown: string) =>
    markdown.split(/^(?=## )/m).map((part) => [/^## (.*)/.exec(part)?.[1] ?? '', part.trimEnd()] as const);
  const known = new Map([...sectionsOf(page), ...sectionsOf(text)]);
  const parts = Object.entries(sections).map(
    ([name, { title }]) =>
      known.get(title) ?? `## ${title}\n\nNot measured yet: \`npm run bench -- ${name}\`.`,
  );
  return `${[head.trimEnd(), ...parts].join('\n\n')}\n`;
}
