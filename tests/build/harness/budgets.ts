import type { Weight } from './weigh.ts';

export interface Budget extends Omit<Weight, 'elsewhere'> {
  /** In words. */
  readonly pages: string;
  /** Of the paths that no type before it has. */
  readonly paths: RegExp;
}

const text = 39_700;
const withItalics = 55_200;

/** What a page of each type may weigh at most: the whole list, in bytes as they are sent, and in requests besides the page. */
export const budgets: readonly Budget[] = [
  {
    pages: 'The front page',
    paths: /^\/$/,
    ...{ html: 12_500, css: 6_200, before: 200, after: 4_600, fonts: text, pictures: 0, requests: 2 },
  },
  {
    pages: 'Lists of essays and of discussions',
    paths: /^\/(discussion|essays\/((tags|series)\/[^/]+\/)?|essays)\/?$/,
    ...{ html: 12_200, css: 5_800, before: 200, after: 3_600, fonts: text, pictures: 0, requests: 2 },
  },
  {
    pages: 'An essay',
    paths: /^\/essays\//,
    ...{
      html: 26_000,
      css: 9_300,
      before: 600,
      after: 22_500,
      fonts: withItalics,
      pictures: 300_000,
      requests: 3,
    },
  },
  {
    pages: 'All charts',
    paths: /^\/charts\/$/,
    ...{ html: 8_700, css: 5_000, before: 200, after: 3_600, fonts: text, pictures: 500_000, requests: 2 },
  },
  {
    pages: 'A chart',
    paths: /^\/charts\/[^/]+\/$/,
    ...{ html: 24_000, css: 7_900, before: 1_100, after: 34_500, fonts: text, pictures: 0, requests: 2 },
  },
  {
    pages: 'A chart cut by groups',
    paths: /^\/charts\//,
    ...{ html: 17_000, css: 6_200, before: 500, after: 8_600, fonts: text, pictures: 0, requests: 2 },
  },
  {
    pages: 'An embedded chart',
    paths: /^\/embed\//,
    ...{ html: 10_000, css: 4_300, before: 0, after: 0, fonts: text, pictures: 0, requests: 2 },
  },
  {
    pages: 'All results',
    paths: /^\/results\/$/,
    ...{ html: 38_500, css: 6_300, before: 300, after: 1_600, fonts: text, pictures: 0, requests: 2 },
  },
  {
    pages: 'The protocol and the methodology',
    paths: /^\/methodology\//,
    ...{ html: 38_000, css: 6_400, before: 0, after: 0, fonts: withItalics, pictures: 0, requests: 3 },
  },
  {
    pages: 'What others found',
    paths: /^\/figures\/$/,
    ...{ html: 29_500, css: 6_100, before: 6_300, after: 0, fonts: text, pictures: 0, requests: 4 },
  },
  {
    pages: 'The door of the survey',
    paths: /^\/survey\/$/,
    ...{ html: 7_200, css: 5_000, before: 200, after: 1_100, fonts: text, pictures: 0, requests: 2 },
  },
  {
    pages: 'The survey',
    paths: /^\/survey\/(?!receipt)/,
    ...{ html: 19_500, css: 7_900, before: 12_000, after: 40_000, fonts: text, pictures: 0, requests: 3 },
  },
  {
    pages: 'The receipt',
    paths: /^\/survey\/receipt\/$/,
    ...{ html: 20_000, css: 7_400, before: 6_300, after: 30_500, fonts: text, pictures: 0, requests: 3 },
  },
  {
    pages: 'The page of moderators',
    paths: /^\/moderate\/$/,
    ...{ html: 11_500, css: 6_600, before: 10_300, after: 52_000, fonts: text, pictures: 0, requests: 4 },
  },
  {
    pages: 'The toolkit',
    paths: /^\/toolkit\/$/,
    ...{ html: 14_000, css: 5_800, before: 1_000, after: 0, fonts: text, pictures: 0, requests: 3 },
  },
  {
    pages: 'The search',
    paths: /^\/search\/$/,
    ...{ html: 14_500, css: 6_400, before: 300, after: 6_700, fonts: text, pictures: 0, requests: 2 },
  },
  {
    pages: 'What one study found',
    paths: /^\/figures\/[^/]+\/$/,
    ...{ html: 8_300, css: 5_600, before: 0, after: 0, fonts: text, pictures: 0, requests: 2 },
  },
  {
    pages: 'The data and the codebook',
    paths: /^\/(data|codebook)\/$/,
    ...{ html: 14_000, css: 6_600, before: 0, after: 0, fonts: text, pictures: 0, requests: 2 },
  },
  {
    pages: 'All others',
    paths: /^\//,
    ...{ html: 12_000, css: 5_600, before: 0, after: 0, fonts: text, pictures: 0, requests: 2 },
  },
];

/** What scripts fetch besides when somebody asks for it, in files of the built site, and what each may weigh. */
export const fetched: readonly { readonly what: string; readonly files: string; readonly bytes: number }[] = [
  { what: 'Another cut of a chart', files: 'fragments/**/*.html', bytes: 5_100 },
  { what: 'A release, for comparing oneself', files: 'data/*/release.json', bytes: 7_000 },
  { what: 'Its lines, for recomputing them', files: 'data/*/estimates.csv', bytes: 17_500 },
  { what: 'Where discussions are', files: 'threads.json', bytes: 2_000 },
];

/** The budget of a page, by its path on the site. */
export function budgetOf(path: string): Budget {
  const found = budgets.find(({ paths }) => paths.test(path));
  if (found === undefined) throw new Error(`No budget is for ${path}.`);
  return found;
}

const kB = (bytes: number): string => (bytes / 1000).toLocaleString('en', { useGrouping: true });

/** `docs/budgets.md`. */
export const budgetsPage = (): string => `# Budgets

What a page may weigh at most, from \`tests/build/harness/budgets.ts\`; \`tests/build/budgets.test.ts\` weighs every page of
a built site against it, and \`npx vitest run --project build budgets -u\` writes this page. In kB of 1,000 bytes as a server
sends them, texts with brotli. The styles are part of the page. JavaScript after use is all scripts that a page can ever fetch; pictures are
all there are, down to the end: of an essay, those of its author. Requests are those of a first view besides the page: scripts,
fonts, and pictures that do not wait. No page asks anybody else for anything.

| Page | HTML | of it CSS | JavaScript before use | after | fonts | pictures | requests |
|---|---|---|---|---|---|---|---|
${budgets
  .map(
    ({ pages, html, css, before, after, fonts, pictures, requests }) =>
      `| ${[pages, ...[html, css, before, after, fonts, pictures].map(kB), requests].join(' | ')} |\n`,
  )
  .join('')}
| Fetched when it is asked for | kB |
|---|---|
${fetched.map(({ what, bytes }) => `| ${what} | ${kB(bytes)} |\n`).join('')}`;
