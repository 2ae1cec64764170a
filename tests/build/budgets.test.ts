import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { budgetOf, budgets, budgetsPage, fetched } from './harness/budgets.ts';
import { compressed } from './harness/compressed.ts';
import { firstViewScripts } from './harness/firstViewScripts.ts';
import { pages } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';
import { weigh } from './harness/weigh.ts';

const hasThread = /^\/(essays|charts)\/[^/]+\/$/;
const most = ['html', 'css', 'before', 'after', 'fonts', 'pictures', 'requests'] as const;

test.each(pages.map((page) => [page.path, page] as const))(
  '%s is within the budget of its type, and asks nobody else for anything',
  async (path, page) => {
    const weight = await weigh(testSite, page);
    const budget = budgetOf(path);
    const over = most.filter((part) => weight[part] > budget[part]);
    expect(
      over.map((part) => `${part}: ${weight[part]} of ${budget[part]}`),
      budget.pages,
    ).toEqual([]);
    expect(weight.elsewhere).toBe(0);
  },
);

test.each(fetched)('$what is within its budget', ({ files, bytes }) => {
  const found = globSync(files, { cwd: testSite });
  expect(found).not.toEqual([]);
  const over = found.filter((file) => compressed(readFileSync(join(testSite, file), 'utf8')) > bytes);
  expect(over).toEqual([]);
});

test('every budget has a page, and is printed in docs/budgets.md', async () => {
  expect(budgets.filter((budget) => !pages.some(({ path }) => budgetOf(path) === budget))).toEqual([]);
  await expect(budgetsPage()).toMatchFileSnapshot('../../docs/budgets.md');
});

const named = (pattern: RegExp) =>
  pages.filter(({ path }) => pattern.test(path)).map((page) => [page.path, page] as const);

test('every essay and every chart has a discussion, and no cut of a chart', () => {
  const withThread = pages.filter(({ $ }) => $('#discussion').length > 0).map(({ path }) => path);
  expect(withThread).toEqual(named(hasThread).map(([path]) => path));
});

test.each(named(hasThread))(
  'the discussion of %s is shown with at most 8 kB of JavaScript, compressed, and what writes and sends is not in it',
  async (_, page) => {
    const [opens, ...others] = page.$.html().match(/\/_astro\/open-[\w-]+\.js/g) ?? [];
    if (opens === undefined || others.length > 0)
      throw new Error('The page does not say where its thread is.');
    const before = new Set((await firstViewScripts(testSite, page)).files.map(({ path }) => path));
    const { files } = await firstViewScripts(testSite, page, [opens]);
    // A page has scripts of its own, such as for copying and sharing; the one in it that fetches the discussion counts.
    const [fetches = ''] = page
      .$('script')
      .toArray()
      .map((script) => page.$(script).text())
      .filter((code) => code.includes(opens));
    const loaded = files.filter(({ path }) => path !== '(in the page)' && !before.has(path));
    expect(loaded.some(({ path }) => path.includes('writing'))).toBe(false);
    const bytes = loaded.reduce((sum, file) => sum + file.bytes, brotliCompressSync(fetches).length);
    expect(bytes, JSON.stringify(loaded)).toBeLessThanOrEqual(8_000);
  },
);

test.each(named(/^\/(survey\/)?$/))(
  '%s asks for no JavaScript: what is in the page, at most 0.2 kB, fetches 1.1 kB that look for answers kept on the device',
  async (_, page) => {
    const { files, bytes } = await firstViewScripts(testSite, page);
    expect(files.map(({ path }) => path)).toEqual(['(in the page)']);
    expect(bytes).toBeLessThanOrEqual(200);
    const [fetched = 'nothing'] = /\/_astro\/unfinished-[\w-]+\.js/.exec(page.$.html()) ?? [];
    const after = await firstViewScripts(testSite, page, [fetched]);
    expect(after.bytes - bytes, JSON.stringify(after.files)).toBeLessThanOrEqual(1_100);
  },
);

test.each(named(/^\/survey\/.+\/$/))(
  '%s loads at most 17.5 kB more to send: the rules of the answers with Zod, and no supabase-js',
  async (_, page) => {
    const { files, bytes } = await firstViewScripts(testSite, page);
    const scripts = files
      .filter(({ path }) => path !== '(in the page)')
      .map(({ path }) => readFileSync(join(testSite, path), 'utf8'))
      .join('\n');
    const [sends] = /(deliver|calls)-[\w-]+\.js/.exec(scripts) ?? [];
    const after = await firstViewScripts(testSite, page, [`/_astro/${sends ?? 'nothing that sends'}`]);
    expect(after.bytes - bytes, JSON.stringify(after.files)).toBeLessThanOrEqual(17_500);
  },
);
