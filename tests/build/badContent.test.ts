import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAstroBuild } from './harness/testSite.ts';

const essay = 'src/content/essays/what-is-known-so-far.mdx';
const release = 'src/content/releases/sample/release.json';
const checksum = `${release}.sha256`;
const editedByHand =
  /src\/content\/releases\/sample\/release\.json was edited by hand and .*"git diff" shows which value, and "git restore src\/content/;

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'no-but-why-content-'));
  for (const name of [
    'src',
    'scripts',
    'public',
    'astro.config.mjs',
    'package.json',
    'tsconfig.json',
    'LICENSE-CONTENT',
  ])
    cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});
afterAll(() => {
  rmSync(copy, { recursive: true });
});

/** What the build prints when one file of the site is changed, or deleted (null). The file is restored. */
async function buildWith(
  file: string,
  change: (text: string) => string | null,
): Promise<{ code: number; said: string }> {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`The change does not apply to ${file}.`);
  if (changed === null) rmSync(path);
  else writeFileSync(path, changed);
  try {
    return await runAstroBuild(copy, join(copy, 'dist'));
  } finally {
    writeFileSync(path, text);
  }
}

describe('the build stops and names file, field and expectation', () => {
  test.each([
    [
      'an essay without a description',
      essay,
      (text: string) => text.replace(/^description:.*\n/m, ''),
      [/what-is-known-so-far/, /description/],
    ],
    [
      'an essay that lists a chart that does not exist',
      essay,
      (text: string) => text.replace('charts: [told-by-day]', 'charts: [ghost-rate]'),
      [/what-is-known-so-far/, /charts/, /explanation-ladder/, /told-by-stage/],
    ],
    [
      'an essay that shows a chart that does not exist',
      essay,
      (text: string) => text.replace('<Chart id="told-by-day" />', '<Chart id="ghost-rate" />'),
      [/what-is-known-so-far\.mdx/, /charts/, /ghost-rate/],
    ],
    [
      'an essay with a date that is none',
      essay,
      (text: string) => text.replace(/^published:.*$/m, 'published: soon'),
      [/what-is-known-so-far/, /published/, /expected a date such as/],
    ],
    [
      'a release with a digit edited by hand',
      release,
      (text: string) =>
        text.replace(
          /("E3 job_seeker_interviewed",.*?"form":\{"status":"published","x":)(\d+)/,
          (_, before: string, x: string) => `${before}${Number(x) + 1}`,
        ),
      [editedByHand],
    ],
    [
      'a release with the checksum of another',
      checksum,
      (text: string) => text.replace(/^.{8}/, '00000000'),
      [editedByHand],
    ],
    [
      'a release without its checksum',
      checksum,
      () => null,
      [/src\/content\/releases\/sample\/release\.json has no release\.json\.sha256 beside it: put back/],
    ],
  ])('%s', async (_, file, change, words) => {
    const { code, said } = await buildWith(file, change);
    expect(code).not.toBe(0);
    for (const word of words) expect(said).toMatch(word);
  });
});
