import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, test, vi } from 'vitest';
import { noNewerBuiltIns } from '../../scripts/browsers/noNewerBuiltIns.ts';
import { floorInWords } from '../../src/browser/floor.ts';
import { pages } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

const linter = new Linter();

/** What the oldest browsers cannot read in a script, or do not have. All but two parts of ES2022 are syntax they know. */
const tooNew = (code: string, rule = noNewerBuiltIns): string[] =>
  linter
    .verify(code, {
      languageOptions: { ecmaVersion: 2022, sourceType: 'module' },
      linterOptions: { noInlineConfig: true },
      plugins: { browsers: { rules: { 'no-newer-built-ins': rule } } },
      rules: { 'browsers/no-newer-built-ins': 'error' },
    })
    .map(({ message, line, column }) => `${line}:${column} ${message}`);

const files = globSync('**/*.js', { cwd: testSite }).map(
  (path) => [path, readFileSync(join(testSite, path), 'utf8')] as const,
);

test('every script of the built site, the code of packages included, runs in the oldest browsers', () => {
  const inPages = new Map(
    pages.flatMap(({ path, $ }) =>
      $('script:not([src], [type*=json], [type=speculationrules])')
        .toArray()
        .map((script) => [$(script).text(), path] as const),
    ),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(inPages.size).toBeGreaterThan(0);
  const found = [...files, ...[...inPages].map(([code, path]) => [path, code] as const)].flatMap(
    ([path, code]) => tooNew(code).map((complaint) => `${path}:${complaint}`),
  );
  expect(found).toEqual([]);
});

describe('A browser that is older than these', () => {
  test('cannot read the first scripts at all, which the page says (components/page/client/notLoaded.ts), before it has ES2021', () => {
    for (const name of ['surveyPage', 'receiptPage', 'open', 'moderate']) {
      const [, code = ''] = files.find(([path]) => path.startsWith(`_astro/${name}`)) ?? [];
      const read = (ecmaVersion: 2020 | 2021) =>
        linter.verify(code, { languageOptions: { ecmaVersion, sourceType: 'module' } });
      expect([name, read(2020).length, read(2021).length]).toEqual([name, 1, 0]);
    }
  });

  // Else it would call what it lacks a mistake of ours, unless isOld asked for that, too (src/browser/cause.ts).
  test('and has that has all that the scripts call', async () => {
    // The first with ES2021, but for Chrome 85 and Safari 14.0, which had six weeks and seven months.
    const floor = { chrome: '86', edge: '86', firefox: '79', safari: '14.1', safari_ios: '14.5' };
    vi.resetModules();
    vi.doMock('../../src/browser/floor.ts', () => ({ floor }));
    const older = await import('../../scripts/browsers/noNewerBuiltIns.ts');
    vi.doUnmock('../../src/browser/floor.ts');
    vi.resetModules();
    expect(tooNew('list.at(-1)', older.noNewerBuiltIns)).toHaveLength(1);
    expect(
      files.flatMap(([path, code]) =>
        tooNew(code, older.noNewerBuiltIns).map((complaint) => `${path}:${complaint}`),
      ),
    ).toEqual([]);
  });
});

test.each([
  '[3, 1].toSorted()',
  'list.findLast(Boolean)',
  'Object.groupBy(list, kindOf)',
  'AbortSignal.any([one, other])',
  'AbortSignal.timeout(1000)',
  'crypto.randomUUID()',
  'form.requestSubmit()',
  'structuredClone(kept)',
  'const { randomUUID } = crypto',
  'new Set().union(others)',
  'Promise.withResolvers()',
  'part.closest(":has(output)")',
  '/(?<=a)b/',
  '/\\p{L}/v',
  'class Kept { static { open(); } }',
  'using file = open()',
])('%s is found', (code) => {
  expect(tooNew(code)).toHaveLength(1);
});

test.each([
  '[...list].sort()',
  'text.replaceAll(" ", "")',
  'class Kept { #place; static format = 1 }',
  'answers ??= {}',
  'const at = { at: 1 }.at',
  'const shelf = { with: (book) => book }; shelf.with(1)',
])('%s is not', (code) => {
  expect(tooNew(code)).toEqual([]);
});

test('the README names the oldest browsers', () => {
  expect(readFileSync('README.md', 'utf8').replaceAll(/\s+/g, ' ')).toContain(
    `${floorInWords} and all that are newer`,
  );
});
