import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openSite } from './harness/openSite.ts';
import { violations } from './harness/violations.ts';

const pages: Record<string, string> = {
  '/good/':
    '<h1>A good page</h1><p id="theme">light</p><script>document.title += " with JavaScript"</script>',
  '/throws/': '<h1>This page throws</h1><script>throw new Error("on purpose")</script>',
  '/calls-out/': '<h1>This page calls out</h1><img alt="" src="http://elsewhere.invalid/pixel.png">',
  '/unreadable/': '<h1 style="color: #eee; background: #fff">Pale</h1><img src="data:,">',
};

const site = openSite(async () => {
  const server = createServer((request, response) => {
    const body = pages[request.url ?? ''];
    response.writeHead(body === undefined ? 204 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      body === undefined
        ? ''
        : `<!doctype html><html lang="en"><title>A page</title><main>${body}</main></html>`,
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server[Symbol.asyncDispose]() };
});

test('a page has the width, the theme and the script setting that was asked for', async () => {
  const page = await site.newPage({ width: 390, theme: 'dark' });
  await page.goto('/good/');
  expect(await page.evaluate(() => [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches])).toEqual(
    [390, true],
  );
  expect(await page.title()).toBe('A page with JavaScript');
  const plain = await site.newPage({ javaScript: false });
  await plain.goto('/good/');
  expect(await plain.title()).toBe('A page');
});

test('an exception and a request to another origin are noticed', async () => {
  const page = await site.newPage({
    expectedProblems: [
      /nobody caught: on purpose/,
      /another origin: http:\/\/elsewhere\.invalid\/pixel\.png/,
      /ERR_NAME_NOT_RESOLVED/,
    ],
  });
  await page.goto('/throws/');
  await page.goto('/calls-out/');
});

test.fails('an exception that nobody expects fails the test', async () => {
  const page = await site.newPage();
  await page.goto('/throws/');
});

test('axe finds text that is too pale and a picture without words', async () => {
  const page = await site.newPage();
  await page.goto('/unreadable/');
  expect(await violations(page)).toEqual([
    expect.stringMatching(/^color-contrast: .* At h1\./),
    expect.stringMatching(/^image-alt: .* At img\./),
  ]);
  await page.goto('/good/');
  expect(await violations(page)).toEqual([]);
});
