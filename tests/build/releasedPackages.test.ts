import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { releaseFolder } from '../../src/release/package/releaseFolder.ts';
import { CHECKSUM_FILE, packageChecksum, type Folder } from '../../src/release/verify/refuseEdited.ts';
import { publisher } from '../examples/publisher.ts';
import { wholeRelease } from '../examples/wholeRelease.ts';
import { copySite, type SiteCopy } from './harness/siteCopy.ts';
import { runAstroBuild } from './harness/testSite.ts';

const current = wholeRelease();

/** A release of a questionnaire and a catalogue of another time, of which this code knows neither a table nor a column. */
function ofAnotherTime(): Folder {
  const head = { id: '2026-11', published: '2026-11-02', made_up: false, instrument: '0', versions: ['0'] };
  const made = {
    ...head,
    commit: 'f'.repeat(40),
    catalogue: '0'.repeat(64),
    tables: [{ table: 'E99', n: 60 }],
  };
  const files = new Map([
    ['release.json', `${JSON.stringify(made)}\n`],
    ['estimates.csv', 'measure_of_another_time\n60\n'],
    ['no-but-why-2026-11.zip', 'an archive'],
  ]);
  return new Map([...files, [CHECKSUM_FILE, packageChecksum(files)]]);
}

const written: ReadonlyMap<string, Folder> = new Map([
  ['2026-11', ofAnotherTime()],
  ['2026-12', releaseFolder(current, [wholeRelease({ id: '2026-11', published: '2026-11-02' })], publisher)],
]);

let copy: SiteCopy;
let builds: readonly (readonly [commit: string, folder: string, said: string])[];

/** Builds the pages of the data alone: the others take most of a build and serve no file of a package. */
async function build(commit: string) {
  const folder = join(copy.folder, `dist-${commit}`);
  const { said } = await runAstroBuild(copy.folder, folder);
  return [commit, folder, said] as const;
}

beforeAll(async () => {
  copy = copySite();
  const pages = join(copy.folder, 'src/pages');
  for (const name of readdirSync(pages)) if (name !== 'data') rmSync(join(pages, name), { recursive: true });
  for (const [id, files] of written) {
    const folder = join(copy.folder, 'src/content/releases', id);
    mkdirSync(folder);
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
  }
  const before = await build('before');
  const source = join(copy.folder, 'src/release/estimates/outcome.ts');
  writeFileSync(source, readFileSync(source, 'utf8').replace(/name: '/, "name: 'Mended: "));
  builds = [before, await build('after')];
});
afterAll(() => {
  copy.remove();
});

const pageOf = (folder: string) => load(readFileSync(join(folder, 'data/index.html'), 'utf8'));

test('a label is changed between two builds, and the second shows it', () => {
  const [before, after] = builds.map(([, folder]) =>
    pageOf(folder)('script[type="application/ld+json"]').text(),
  );
  expect(before).not.toContain('Mended: ');
  expect(after).toContain('Mended: ');
});

test.each([...written.keys()])('both serve the package of %s as the bytes that were written', (id) => {
  const names = [...(written.get(id)?.keys() ?? [])].filter((name) => name !== CHECKSUM_FILE);
  for (const [commit, folder, said] of builds) {
    expect(readdirSync(join(folder, 'data', id)).toSorted(), said).toEqual(names.toSorted());
    for (const name of names) {
      const published = readFileSync(join(folder, 'data', id, name));
      expect(published.equals(Buffer.from(written.get(id)?.get(name) ?? '')), `${commit} ${name}`).toBe(true);
    }
  }
});

test('the data page prints the same checksums in both, those of the release it shows', () => {
  const printed = builds.map(([, folder]) => {
    const $ = pageOf(folder);
    return $('.code')
      .toArray()
      .map((element) => $(element).text())
      .find((text) => text.includes('  estimates.csv'));
  });
  const lines = (text: unknown) => String(text).trimEnd().split('\n').toSorted();
  expect(lines(printed[0])).toEqual(lines(written.get('2026-12')?.get(CHECKSUM_FILE)));
  expect(printed[1]).toBe(printed[0]);
});

test('a release of another time is listed with its archive, and says what it counted only where that can be read', () => {
  for (const [, folder] of builds) {
    const $ = pageOf(folder);
    expect($('#releases').closest('section').find('tbody tr').last().text()).toContain('2026-11');
    expect($('a[href="/data/2026-11/no-but-why-2026-11.zip"]')).toHaveLength(1);
  }
});

test('a release that is gone stops the build where a later one names it', async () => {
  rmSync(join(copy.folder, 'src/content/releases/2026-11'), { recursive: true });
  const { code, said } = await runAstroBuild(copy.folder, join(copy.folder, 'dist-lost'));
  expect(code).not.toBe(0);
  expect(said).toMatch(
    /src\/content\/releases\/2026-11 is missing, and the release 2026-12 names it: "git restore src\/content/,
  );
});
