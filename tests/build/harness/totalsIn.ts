import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { parse } from 'csv-parse/sync';
import type { SideId } from '../../../src/survey/question.ts';

/** How many people of a side a text says there are, and as of which release where it says so. */
export interface Total {
  readonly side: SideId;
  readonly n: number;
  readonly asOf: string | undefined;
  /** The words that say it. */
  readonly words: string;
}

const sideOf = (words: string): SideId => (/^job seekers$/i.test(words) ? 'job_seeker' : 'employer');

const asOf = '(?:,? as of (?<asOf>\\d{4}-\\d\\d))?';
const n = '(?<n>\\d(?:[\\d,]*\\d)?)';

/** The sentences that say how many people of a side are counted, wherever they stand. */
const sentences = [
  // “578 job seekers and 180 employers as of 2026-09 answered”
  new RegExp(
    `(?<![\\d,.])${n} (?<side>job seekers|employers)${asOf}(?= answered(?!, as of)| and [\\d,]+ employers[^.;]{0,15} answered(?!, as of))`,
    'g',
  ),
  // “452 job seekers and 180 employers answered, as of 2026-09”
  new RegExp(
    `(?<![\\d,.])${n} (?<side>job seekers|employers)(?=(?: and [\\d,]+ employers)? answered, as of (?<asOf>\\d{4}-\\d\\d))`,
    'g',
  ),
  // “Job seekers: counted 452”, “Employers: 180, as of 2026-09”
  new RegExp(`(?<side>Job seekers|Employers): (?:counted )?${n}(?![\\d,.]*%)${asOf}`, 'g'),
  // “Job seekers Add your answers, about 5 minutes 452 are counted, as of 2026-09”
  new RegExp(
    `(?<side>Job seekers|Employers) Add your answers, about \\d+ minutes ${n} are counted${asOf}`,
    'g',
  ),
  // “By region, the longest bar of each side: North America job seekers 51%, 452 answered”, of who answered.
  new RegExp(
    `(?<=longest bar of each side: [^.]*)(?<side>job seekers|employers) \\d+%, ${n} answered${asOf}`,
    'g',
  ),
];

export const totalsIn = (text: string): readonly Total[] =>
  sentences.flatMap((sentence) =>
    [...text.matchAll(sentence)].map(({ 0: words, groups = {} }) => ({
      side: sideOf(groups.side ?? ''),
      n: Number(groups.n?.replaceAll(',', '')),
      asOf: groups.asOf,
      words,
    })),
  );

/** What the tables of the method say of how many were counted: the caption has the side and its “as of”. */
export function totalsInChains($: CheerioAPI): readonly Total[] {
  return $('table')
    .toArray()
    .flatMap((table) => {
      const caption = $(table).find('caption').text();
      const [, side, release] = /^(Job seekers|Employers)(?:, as of (\S+))?$/.exec(caption) ?? [];
      const row = $(table)
        .find('tbody tr')
        .toArray()
        .find((one) => $(one).find('th').text() === 'Counted');
      if (side === undefined || row === undefined) return [];
      const counted = $(row).find('td').text();
      return [
        {
          side: sideOf(side),
          n: Number(counted.replaceAll(',', '')),
          asOf: release,
          words: `${caption}: ${counted}`,
        },
      ];
    });
}

/** What the list of all releases says of each: its id, and a cell a side. */
export function releaseList(html: string): ReadonlyMap<string, readonly string[]> {
  const $ = load(html);
  const rows = $('caption:contains("Every release")').closest('table').find('tbody tr').toArray();
  return new Map(
    rows.map((row) => {
      const cells = $(row).find('td').toArray();
      const [id = ''] = $(row).find('th').text().split(/[,.]/);
      return [id, cells.slice(1, 3).map((cell) => $(cell).text())];
    }),
  );
}

type Row = Readonly<Record<string, string>>;

/** The bases of the catalogue that are everybody on a side, by the words that estimates.csv has for them. */
const everybody: Readonly<Record<string, SideId>> = { 'job seekers': 'job_seeker', employers: 'employer' };

/** The totals in a line of estimates.csv: who was asked where everybody was, and whom the shares of who answered are of. */
function totalsOfLine(row: Row): readonly Omit<Total, 'words'>[] {
  const { base = '', segment_var, estimate_id, n_asked = '', n_answered = '', vintage } = row;
  const side = everybody[base];
  if (side === undefined || segment_var !== 'none') return [];
  const counts = estimate_id === 'E16' ? [n_asked, n_answered] : [n_asked];
  return counts.flatMap((n) => (n === '' ? [] : [{ side, n: Number(n), asOf: vintage }]));
}

/** Every total that the files of a release’s package print, and the texts among the files. */
export function packageTotals(dist: string, release: string) {
  const folder = join(dist, 'data', release);
  const rows = (name: string) => parse<Row>(readFileSync(join(folder, name)), { columns: true, bom: true });
  const named = (name: string, row: Row, all: readonly Omit<Total, 'words'>[]): readonly Total[] =>
    all.map((total) => ({ ...total, words: `${name}: ${JSON.stringify(row)}` }));
  const totals = [
    ...rows('estimates.csv').flatMap((row) => named('estimates.csv', row, totalsOfLine(row))),
    ...rows('releases.csv').flatMap((row) => {
      const { side = '', n_included = '', vintage } = row;
      const total = {
        side: sideOf(side === 'employer' ? 'employers' : 'job seekers'),
        n: Number(n_included),
        asOf: vintage,
      };
      return n_included === '' ? [] : named('releases.csv', row, [total]);
    }),
  ];
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && !/protocol|codebook/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return { totals, texts };
}
