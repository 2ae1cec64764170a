import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { progressText } from '../../src/release/progress.ts';
import { copySite, type SiteCopy } from './harness/siteCopy.ts';
import { runAstroBuild } from './harness/testSite.ts';

const essay = 'src/content/essays/what-is-known-so-far.mdx';
const release = 'src/content/releases/sample/release.json';
const table = 'src/content/releases/sample/estimates.csv';
const checksum = 'src/content/releases/sample/package.sha256';
const progress = 'src/content/releases/progress.json';
const counted = { counted: '2026-11-20', job_seeker: 20, employer: 10 };
const edited = (name: string) =>
  new RegExp(
    `src/content/releases/sample/${name} was edited after the release and .*"git restore src/content/`,
  );

let copy: SiteCopy;
beforeAll(() => {
  copy = copySite();
  writeFileSync(join(copy.folder, progress), progressText(counted));
});
afterAll(() => {
  copy.remove();
});

/** What the build prints when one file of the site is changed, or deleted (null). The file is restored. */
async function buildWith(
  file: string,
  change: (text: string) => string | null,
): Promise<{ code: number; said: string }> {
  const path = join(copy.folder, file);
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`The change does not apply to ${file}.`);
  if (changed === null) rmSync(path);
  else writeFileSync(path, changed);
  try {
    return await runAstroBuild(copy.folder, join(copy.folder, 'dist'));
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
      [/what-is-known-so-far\.mdx:\d: description: expected a description of/],
    ],
    [
      'an essay that shows a chart that does not exist',
      essay,
      (text: string) => text.replace('id="told-by-day"', 'id="ghost-rate"'),
      [/what-is-known-so-far\.mdx:\d+: there is no chart “ghost-rate”; expected one of outcome, /],
    ],
    [
      'an essay with a chart that has no words for the time before its numbers',
      essay,
      (text: string) => text.replace(/\n\s+before="[^"]*"/, ''),
      [/what-is-known-so-far\.mdx:\d+: <Chart> without before; expected before="…"/],
    ],
    [
      'an essay with a number typed by hand, one that nobody has, and one that is said the wrong way round',
      essay,
      (text: string) =>
        `${text}\nIt was 41.5% of them.\n\nOr <Figure id="nobody-1999.x" />.\n\nMost: <Stat estimate="outcome.job_seeker.offered" says="more" than="half" before="Not yet." />\n`,
      [
        /what-is-known-so-far\.mdx:\d+: “41\.5%” is typed by hand/,
        /what-is-known-so-far\.mdx:\d+: The ledger has no study “nobody-1999”/,
        /what-is-known-so-far\.mdx:\d+: the text says that “outcome\.job_seeker\.offered” is more than half/,
      ],
    ],
    [
      'a study of the ledger that was read on a day that does not exist',
      'src/content/ledger/linkedin-2015.yaml',
      (text: string) => text.replace(/^checked: .*$/m, 'checked: 2026-02-30'),
      [/linkedin-2015/, /checked/, /expected a day that exists/],
    ],
    [
      'a release with a digit edited by hand',
      release,
      (text: string) =>
        text.replace(
          /("E3 job_seeker_interviewed",.*?\{"status":"published","x":)(\d+)/,
          (_, before: string, x: string) => `${before}${Number(x) + 1}`,
        ),
      [edited('release.json')],
    ],
    [
      'a table of a package edited after the release',
      table,
      (text: string) => text.replace(',published,', ',withheld,'),
      [edited('estimates.csv')],
    ],
    [
      'a package that lacks a table',
      table,
      () => null,
      [/src\/content\/releases\/sample\/estimates\.csv is missing: "git restore src\/content/],
    ],
    [
      'a release with other checksums',
      checksum,
      (text: string) => text.replace(/^.{8}/, '00000000'),
      [edited('estimates.csv')],
    ],
    [
      'a release without its checksums',
      checksum,
      () => null,
      [/src\/content\/releases\/sample\/package\.sha256 is missing: "git restore src\/content/],
    ],
    [
      'a count of progress with another number by hand',
      progress,
      (text: string) => text.replace('20,', '30,'),
      [/releases\/progress\.json was edited by hand and no longer matches its checksum: restore it from/],
    ],
    [
      'a count of progress of a day that is still to come',
      progress,
      () => progressText({ ...counted, counted: '2999-01-01' }),
      [/releases\/progress\.json is of 2999-01-01, a day that is still to come: restore it from/],
    ],
    [
      'a count of progress of another side',
      progress,
      (text: string) => text.replace('"employer"', '"landlord"'),
      [/releases\/progress\.json is no count of progress \(.*\): restore it from/],
    ],
    [
      'a catalogue that the release shown was not made with',
      'src/release/estimates/outcome.ts',
      (text: string) => text.replace(/id: 'E1'/, "id: 'E99'"),
      [/sample\/release\.json was made with another .*: delete .*"npm run sample" and "npm run release"/],
    ],
  ])('%s', async (_, file, change, words) => {
    const { code, said } = await buildWith(file, change);
    expect(code).not.toBe(0);
    for (const word of words) expect(said).toMatch(word);
  });
});
