import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { brokenLinks } from './harness/brokenLinks.ts';
import { builtPages } from './harness/builtPages.ts';
import { firstViewScripts } from './harness/firstViewScripts.ts';
import { hasJava, nuHtmlErrors } from './harness/nuHtmlErrors.ts';

const siteUrl = 'https://no-but-why.example';
const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body>${body}</body></html>`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'no-but-why-build-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

test('links that lead somewhere are not reported', () => {
  write({
    'index.html': page(
      '<a href="/essays/why/#ends">a</a><a href="#top">b</a><p id="top">c</p><a href="mailto:a@b.example">d</a>',
    ),
    'essays/why/index.html': page(
      `<h2 id="ends">a</h2><a href="../../">b</a><a href="${siteUrl}/chart.svg">c</a>`,
    ),
    'chart.svg': '<svg/>',
  });
  expect(brokenLinks(folder, siteUrl)).toEqual([]);
});

test('a link that the host redirects leads somewhere, and one beside it does not', () => {
  write({
    'index.html': page('<a href="/feed.atom">a</a><a href="/feed">b</a>'),
    _redirects: '/feed.atom /rest 302\n',
  });
  expect(brokenLinks(folder, siteUrl)).toEqual(['/: the link “/feed” leads nowhere.']);
});

test('a missing file, a missing fragment and a missing slash are each reported', () => {
  write({
    'index.html': page(
      `<a href="/gone/">a</a><a href="/essays/#gone">b</a><a href="/essays">c</a><img alt="" src="${siteUrl}/gone.png">`,
    ),
    'essays/index.html': page('<h2 id="ends">a</h2>'),
  });
  expect(brokenLinks(folder, siteUrl)).toEqual([
    '/: the link “/gone/” leads nowhere.',
    '/: the link “/essays/#gone” points at #gone, which /essays/ does not have.',
    '/: the link “/essays” lacks the slash at its end.',
    `/: the link “${siteUrl}/gone.png” leads nowhere.`,
  ]);
});

test('scripts are counted with the modules they import, and without those that wait', async () => {
  write({
    'survey/index.html': page(
      '<script type="module" src="../a.js"></script><script type="application/json">{"no": "script"}</script>',
    ),
    'a.js': 'import { b } from "./b.js"; b(); import("./later.js");',
    'b.js': 'export const b = () => 1;',
    'later.js': 'export const later = 1;',
  });
  const [survey] = builtPages(folder);
  if (survey === undefined) throw new Error('The page is not there.');
  const { files, bytes } = await firstViewScripts(folder, survey);
  expect(files.map(({ path }) => path)).toEqual(['/a.js', '/b.js']);
  expect(bytes).toBeGreaterThan(40);
});

test('a script from elsewhere is refused', async () => {
  write({ 'index.html': page('<script src="https://elsewhere.example/a.js"></script>') });
  const [home] = builtPages(folder);
  if (home === undefined) throw new Error('The page is not there.');
  await expect(firstViewScripts(folder, home)).rejects.toThrow('from elsewhere');
});

test.skipIf(!hasJava())('the Nu HTML checker finds an error and says where', () => {
  write({ 'good/index.html': page('<p>fine</p>'), 'bad/index.html': page('<ul><p>no</p></ul>') });
  expect(nuHtmlErrors(folder)).toEqual([expect.stringMatching(/^bad\/index\.html, line 1: .*“p”/)]);
});
