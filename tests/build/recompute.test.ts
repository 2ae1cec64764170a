import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtPages } from './harness/builtPages.ts';
import { testSite } from './harness/testSite.ts';

const script = 'scripts/recompute.ts';

/** What scripts/recompute.ts, which needs nothing of ours but the package, finds in a built site. */
function recompute(folder: string): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  return { code: status, said: stdout + stderr };
}

const parts = ['counts', 'known', 'lines', 'ranges', 'texts'].map((name) => `scripts/recompute/${name}.ts`);

test.each([script, ...parts])('%s shares no code with the site and is short enough to read', (file) => {
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/from '([^']+)'/g)].map(([, name = '']) => name);
  const own = parts.map((part) => relative(dirname(file), part)).map((path) => path.replace(/^(?!\.)/, './'));
  expect(
    imports.filter((name) => name !== 'cheerio' && !name.startsWith('node:') && !own.includes(name)),
  ).toEqual([]);
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(80);
});

test('every share and range on every page follows from estimates.csv', () => {
  const { code, said } = recompute(testSite);
  expect(said).toMatch(/^\d+ numbers checked: 0 differences\s*$/);
  expect(code).toBe(0);
  // Every cell of every chart’s table that has a share is among them.
  const cells = builtPages(testSite).flatMap(({ path, $ }) =>
    path.startsWith('/charts/')
      ? $('table.data td')
          .toArray()
          .filter((cell) => $(cell).text().includes('%'))
      : [],
  );
  expect(Number(/^\d+/.exec(said)?.[0])).toBeGreaterThan(cells.length);
});

describe('one number altered', () => {
  // The package with the one page that a test alters, and a page that names the release.
  let copy: string;
  const take = (name: string): void => {
    cpSync(join(testSite, name), join(copy, name), { recursive: true });
  };
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'no-but-why-recompute-'));
    take('data');
    take(ladder);
  });
  afterEach(() => {
    rmSync(copy, { recursive: true });
  });

  const ladder = 'charts/explanation-ladder/index.html';
  const claim = 'charts/known-not-said/index.html';
  const cut = 'charts/told-by-day/by/stage3/index.html';
  const more = (number: string): string => String(Number(number) + 1);

  const alterations: readonly (readonly [what: string, name: string, number: RegExp])[] = [
    ['a share in a table', ladder, /(?<=<td[^>]*>)\d+(?=% \()/],
    ['a count in a table', ladder, /(?<=<td[^>]*>\d+% \()\d+/],
    ['the end of a range in a table', ladder, /(?<=<small><span>\d+–)\d+(?=%)/],
    ['a base in a table', ladder, /(?<=Answered<\/th>\s*<td[^>]*>)\d+/],
    ['an interval of bands', 'charts/told-by-stage/index.html', /(?<=data-of="Employers">\d+–)\d+(?=%<)/],
    ['a count in a headline', claim, /(?<=<h1>[^<]*(?:<span class="whole">)?\()\d+/],
    ['a share of a fact', 'charts/who-answered/index.html', /(?<=<td[^>]*>)\d+(?=% \()/],
    [
      'what chance adds to bands',
      'charts/told-by-stage/index.html',
      /(?<=data-of="Employers">\d+–\d+%<small><span>)\d+(?=–)/,
    ],
    ['a range in the words of a drawing', ladder, /(?<=aria-label="[^"]*range )\d+/],
    ['the people of a title', 'charts/hours/index.html', /(?<=<h1>[^<]*\()\d+(?= who answered)/],
    ['the first count of two in a title', 'charts/outcome/index.html', /(?<=<h1>[^<]*\()\d+(?= and )/],
    ['a share in a cut', cut, /(?<=<td[^>]*>)\d+(?=% \()/],
    ['a count of the others in the title of a cut', cut, /(?<=<h1>.*; [^<]*(?:<span class="whole">)?\()\d+/],
    ['a range in the drawing of a cut', cut, /(?<= )\d+(?=–\d+%, n = )/],
    [
      'a count in a figure on another page',
      'essays/somebody-knows-what-goes-in-the-blank/index.html',
      /(?<=<h[23] class="fig__title"[^>]*>[^<]*(?:<span class="whole">)?\()\d+/,
    ],
    [
      'a count in a finding of the list of charts',
      'charts/index.html',
      /(?<=told something specific <span class="whole">\()\d+/,
    ],
    ['a share beside an outside figure', 'methodology/index.html', /(?<=data-of="E3 [^>]*>)\d+(?=%)/],
    ['a range beside an outside figure', 'methodology/index.html', /(?<=data-of="E3 [^<]*range )\d+/],
    ['a worst-case bound', 'methodology/index.html', /(?<=data-of="E14 [^<]*it would be \d+–)\d+/],
    ['a count in the file', 'data/sample/estimates.csv', /(?<=E3,.*,headline,.*,none,all,,\d+,\d+,)\d+/],
    ['a range in the file', 'data/sample/estimates.csv', /(?<=E3,.*,headline,.*,field4,.*0\.)\d{5}/],
  ];

  test('nothing is found before', () => {
    for (const [, name] of alterations) take(name);
    expect(recompute(copy).code).toBe(0);
  });

  test.each(alterations)('%s is found', (_, name, number) => {
    take(name);
    const file = join(copy, name);
    const text = readFileSync(file, 'utf8');
    const altered = text.replace(number, more);
    expect(altered).not.toBe(text);
    writeFileSync(file, altered);
    const { code, said } = recompute(copy);
    expect(said).toContain(name.endsWith('.csv') ? 'estimates.csv, ' : `${name}: “`);
    expect(code).toBe(1);
  });
});

/** A site of one count too small to print in a cut: the sample has none since its groups are coarse. */
function siteOfFew(saidOf: number): string {
  const [header = '', ...rows] = readFileSync(join(testSite, 'data/sample/estimates.csv'), 'utf8').split(
    '\n',
  );
  const names = header.trim().split(',');
  const cut = rows.find((row) => row.includes(',headline,') && row.includes(',field4,')) ?? '';
  const cells = [...cut.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((at) => at[1] ?? at[2] ?? '');
  const few: Readonly<Record<string, string>> = {
    x: '',
    share: '',
    lo: '',
    hi: '',
    bound: 'low',
    n_answered: '64',
  };
  const line = names.map((name, i) => `"${few[name] ?? cells[i] ?? ''}"`).join();
  const chart = cells[names.indexOf('chart')] ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'no-but-why-few-'));
  mkdirSync(join(folder, 'data/sample'), { recursive: true });
  mkdirSync(join(folder, 'charts', chart, 'by/field4'), { recursive: true });
  writeFileSync(join(folder, 'data/sample/estimates.csv'), `${header}\n${line}\n`);
  writeFileSync(
    join(folder, 'charts', chart, 'by/field4/index.html'),
    `<p>Release “sample”</p><table><tr><td>Fewer than 5 of ${saidOf}</td></tr></table>`,
  );
  return folder;
}

test.each([
  [64, 0, '1 numbers checked: 0 differences'],
  [65, 1, '“5 of 65”'],
])(
  'the base of a count too small to print is checked: “Fewer than 5 of %i” ends with %i',
  (of, code, words) => {
    const folder = siteOfFew(of);
    const found = recompute(folder);
    rmSync(folder, { recursive: true });
    expect(found.said).toContain(words);
    expect(found.code).toBe(code);
  },
);
