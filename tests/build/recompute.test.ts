import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtPages } from './harness/builtPages.ts';
import { testSite } from './harness/testSite.ts';

const script = 'scripts/recompute.ts';

/** What scripts/recompute.ts, which needs nothing of ours but the package, finds in a built site. */
function recompute(folder: string): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  return { code: status, said: stdout + stderr };
}

test('scripts/recompute.ts shares no code with the site and is short enough to read', () => {
  const text = readFileSync(script, 'utf8');
  const imports = [...text.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
  expect(imports.filter((name) => name !== 'cheerio' && !name?.startsWith('node:'))).toEqual([]);
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
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'no-but-why-recompute-'));
    cpSync(testSite, copy, { recursive: true });
  });
  afterAll(() => {
    rmSync(copy, { recursive: true });
  });

  const ladder = 'charts/explanation-ladder/index.html';
  const cut = 'charts/outcome/by/stage3/index.html';
  const few = 'charts/asking/by/org_size/index.html';
  const more = (number: string): string => String(Number(number) + 1);

  test.each([
    ['a share in a table', ladder, /(?<=<td>)\d+(?=% \()/],
    ['a count in a table', ladder, /(?<=<td>\d+% \()\d+/],
    ['the end of a range in a table', ladder, /(?<=<td>\d+–)\d+(?=%<)/],
    ['a base in a table', ladder, /(?<=Answered<\/th>\s*<td>)\d+/],
    ['an interval of bands', 'charts/told-by-stage/index.html', /(?<=<\/td>\s*<td>\d+<\/td>\s*<td>)\d+(?=–)/],
    ['a count in a headline', ladder, /(?<=<h1>Of \d+[^,]*, )\d+/],
    ['a range in the words of a drawing', ladder, /(?<=aria-label="[^"]*range )\d+/],
    ['a share in a cut', cut, /(?<=<td>)\d+(?=% \()/],
    ['a count of the others in the title of a cut', cut, /(?<=<h1>.*shown \()\d+/],
    ['a range in the drawing of a cut', cut, /(?<= )\d+(?=–\d+%, n = )/],
    ['a base of a count too small to print', few, /(?<=Fewer than 5 of )\d+/],
    [
      'a count in a figure on another page',
      'index.html',
      /(?<=<h3 class="fig__title"[^>]*>Of \d+[^,]*, )\d+/,
    ],
    ['a count in a finding of the list of charts', 'charts/index.html', /(?<=Of \d+ [^<]*, )\d+/],
    ['a share beside an outside figure', 'methodology/index.html', /(?<=data-of="E3 [^>]*>)\d+(?=%)/],
    ['a range beside an outside figure', 'methodology/index.html', /(?<=data-of="E3 [^<]*range )\d+/],
    ['a worst-case bound', 'methodology/index.html', /(?<=data-of="E14 [^<]*it would be \d+–)\d+/],
    ['a count in the file', 'data/sample/estimates.csv', /(?<=E3,.*,headline,.*,none,all,,\d+,\d+,)\d+/],
    ['a range in the file', 'data/sample/estimates.csv', /(?<=E3,.*,headline,.*,industry,.*0\.)\d{5}/],
  ])('%s is found', (_, name, number) => {
    const file = join(copy, name);
    const text = readFileSync(file, 'utf8');
    const altered = text.replace(number, more);
    expect(altered).not.toBe(text);
    writeFileSync(file, altered);
    const { code, said } = recompute(copy);
    writeFileSync(file, text);
    expect(said).toContain(name.endsWith('.csv') ? 'estimates.csv, ' : `${name}: “`);
    expect(code).toBe(1);
  });
});
