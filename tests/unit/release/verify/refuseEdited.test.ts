import { describe, expect, test } from 'vitest';
import { releaseText } from '../../../../src/release/makeRelease.ts';
import { releaseFolder } from '../../../../src/release/package/releaseFolder.ts';
import { publishedFiles } from '../../../../src/release/published.ts';
import { sha256 } from '../../../../src/release/sha256.ts';
import type { Release } from '../../../../src/release/release.ts';
import { releaseHead } from '../../../../src/release/releaseHead.ts';
import { ReleaseError } from '../../../../src/release/ReleaseError.ts';
import {
  CHECKSUM_FILE,
  refuseBrokenRules,
  refuseEdited,
  refuseLost,
  refuseOldSample,
  releasesIn,
} from '../../../../src/release/verify/refuseEdited.ts';
import { scanSums } from '../../../../src/release/verify/scanSums.ts';
import { publisher } from '../../../examples/publisher.ts';
import { wholeRelease, wholeSample } from '../../../examples/wholeRelease.ts';

const file = 'src/content/releases/2026-12/release.json';
const written = (release: Release): string => `${JSON.stringify(release, null, 2)}\n`;
const frozen = written(wholeRelease());

/** The release with one thing changed, as an editor would leave it. */
function edited(change: (release: Release) => void): string {
  const copy = structuredClone(wholeRelease());
  change(copy);
  return written(copy);
}

function table(release: Release, name: string): Release['tables'][number] {
  const found = release.tables.find((entry) => entry.table === name);
  if (found === undefined) throw new Error(`The example has no table ${name}.`);
  return found;
}

function group(release: Release, name: string, code = 'answered') {
  const found = table(release, name).groups[code];
  if (found?.status !== 'published') throw new Error(`The example does not print ${name} ${code}.`);
  return found;
}

describe('the folder of a release', () => {
  const folder = 'src/content/releases/2026-12';
  const written = releaseFolder(wholeRelease(), [], publisher);
  const names = [...written.keys()].filter((name) => name !== CHECKSUM_FILE);
  const read = (change: (files: Map<string, string | Uint8Array>) => void) => {
    const files = new Map(written);
    change(files);
    return () => {
      refuseEdited(folder, files);
    };
  };

  test('as the release job wrote it passes, as bytes too', () => {
    const bytes = [...written].map(
      ([name, content]) => [name, typeof content === 'string' ? Buffer.from(content) : content] as const,
    );
    refuseEdited(folder, new Map(bytes));
    // In the order in which they were written, whatever order a folder is read in.
    expect(publishedFiles(new Map(bytes.toReversed()))).toEqual(
      bytes
        .filter(([name]) => name !== CHECKSUM_FILE)
        .map(([name, content]) => ({ name, bytes: content.byteLength, sha256: sha256(content) })),
    );
    expect(names).toContain('estimates.csv');
    expect(names).toContain('no-but-why-2026-12.zip');
    refuseBrokenRules(file, frozen);
  });

  test.each(names)('with one bit changed in %s it is refused, and the file named', (name) => {
    const bytes = Uint8Array.from(Buffer.from(written.get(name) ?? ''));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    expect(read((files) => files.set(name, bytes))).toThrow(
      new ReleaseError(
        `${folder}/${name} was edited after the release and no longer matches its package.sha256: "git diff" shows what changed, and "git restore ${folder}/${name}" puts it back.`,
      ),
    );
  });

  test.each([...names, CHECKSUM_FILE])('without %s it is refused', (name) => {
    expect(read((files) => files.delete(name))).toThrow(
      new ReleaseError(`${folder}/${name} is missing: "git restore ${folder}" puts it back.`),
    );
  });

  test('with a file more it is refused', () => {
    expect(read((files) => files.set('notes.txt', 'see row 7'))).toThrow(
      new ReleaseError(
        `${folder}/notes.txt is not in its package.sha256, so it is no part of the release: move it out of the folder.`,
      ),
    );
  });

  test('an empty list of checksums does not make it pass', () => {
    expect(read((files) => files.set(CHECKSUM_FILE, ''))).toThrow(ReleaseError);
  });
});

describe('the folder of all releases', () => {
  const [first, second] = [wholeRelease({ id: '2026-11', published: '2026-11-03' }), wholeRelease()];
  const folderOf = (release: Release, earlier: readonly Release[] = []) => ({
    head: release,
    named: releasesIn(releaseFolder(release, earlier, publisher)),
  });

  test('with every release that a later one names passes, the sample beside them', () => {
    const all = [folderOf(first), folderOf(second, [first]), folderOf(wholeSample())];
    expect(all[1]?.named).toEqual(expect.arrayContaining(['2026-11', '2026-12']));
    refuseLost('src/content/releases', all);
    refuseLost('src/content/releases', [folderOf(first)]);
  });

  test('without one that a later one names is refused, and the folder named', () => {
    expect(() => {
      refuseLost('src/content/releases', [folderOf(second, [first])]);
    }).toThrow(
      new ReleaseError(
        'src/content/releases/2026-11 is missing, and the release 2026-12 names it: "git restore src/content/releases/2026-11" puts it back or, where its loss was committed, "git restore --source COMMIT src/content/releases/2026-11" with the commit before it.',
      ),
    );
  });
});

describe('a release of another catalogue', () => {
  const other = '0'.repeat(64);
  const headOf = (release: Release) =>
    releaseHead(`src/content/releases/${release.id}/release.json`, releaseText(release));

  test('is shown where it is real, and the sample is to be made again', () => {
    refuseOldSample(file, headOf(wholeRelease({ catalogue: other })));
    const sample = headOf({ ...wholeSample(), catalogue: other });
    expect(() => {
      refuseOldSample('the sample', sample);
    }).toThrow(/^the sample was made with another .*: delete src.*npm start.*npm run sample/);
    refuseOldSample('the sample', headOf(wholeSample()));
  });

  test('is read for its head, whatever its tables are called and its questionnaire asked', () => {
    const table = { table: 'E99 of_another_time', form: 'unknown' };
    const [chain] = wholeRelease().tables;
    const alien = { ...wholeRelease({ instrument: '7', catalogue: other }), tables: [table, chain], more: 1 };
    expect(releaseHead(file, JSON.stringify(alien))).toMatchObject({
      id: '2026-12',
      instrument: '7',
      counted: { job_seeker: { n: expect.any(Number) as number, vintage: '2026-12' }, employer: null },
    });
  });

  test.each([
    ['not JSON', '{', 'is not JSON'],
    [
      'in the folder of another',
      releaseText(wholeRelease({ id: '2027-01' })),
      'says it is the release 2027-01',
    ],
    [
      'made up, under a month',
      releaseText(wholeRelease({ made_up: true })),
      'holds made-up respondents, which belong to the release “sample” and to no other',
    ],
  ])('%s: it is refused', (_, text, problem) => {
    expect(() => releaseHead(file, text)).toThrow(
      new ReleaseError(`${file} ${problem}: restore it from where it was committed (git restore).`),
    );
  });

  test('a sample marked real is refused', () => {
    expect(() => headOf({ ...wholeSample(), made_up: false })).toThrow(
      /is the release “sample” and says that its respondents are real/,
    );
  });
});

describe('a release edited by hand together with its checksum', () => {
  test.each([
    [
      'answers that do not add up',
      (release: Release) => (group(release, 'E1 job_seeker').cells.silent = { status: 'published', x: 161 }),
      'E1 job_seeker, answered: its counts add up to 760 and not to 759',
    ],
    [
      'a small answer opened',
      (release: Release) => (group(release, 'E1 job_seeker').cells.silent = { status: 'published', x: 4 }),
      'E1 job_seeker, answered: silent: 4 of 759 is printed (P11)',
    ],
    [
      'a small cell opened',
      (release: Release) =>
        (group(release, 'E2 job_seeker_45_days field4', 'care').cells.within_45 = {
          status: 'published',
          x: group(release, 'E2 job_seeker_45_days field4', 'care').n - 3,
        }),
      / field4, care: within_45: \d+ of \d+ is printed \(P5\)/,
    ],
    [
      'a group larger than the total',
      (release: Release) => (group(release, 'E2 job_seeker_45_days region3', 'europe').n = 2000),
      'E2 job_seeker_45_days region3, its groups hold more people than there are',
    ],
    [
      'other people asked than in a table of the same people',
      (release: Release) => (table(release, 'E14 e_has_training').rest = { status: 'published', n: 402 }),
      'which is about the same people',
    ],
  ])('%s: it is refused by the rule', (_, change, sentence) => {
    const refused = () => {
      refuseBrokenRules(file, edited(change));
    };
    expect(refused).toThrow(`${file} breaks a rule: `);
    expect(refused).toThrow(sentence);
  });

  test('where it was published, it is put back, or a rule is; the sample is made again', () => {
    const broken = (release: Release) => {
      const copy = structuredClone(release);
      group(copy, 'E1 job_seeker').cells.silent = { status: 'published', x: 4 };
      return () => {
        refuseBrokenRules(file, written(copy));
      };
    };
    expect(broken(wholeRelease())).toThrow(
      / Put it back with "git restore src\/content\/releases\/2026-12"; if it is as it was published and a rule has changed since, put the rule back or make the next release\.$/,
    );
    expect(broken(wholeRelease())).not.toThrow('npm run release');
    expect(broken(wholeSample())).toThrow(/\. Run "npm run release" again\.$/);
  });

  test('a missing table is named', () => {
    const { tables, ...rest } = wholeRelease();
    expect(scanSums({ ...rest, tables: tables.filter((one) => one.table !== 'E1 job_seeker') })).toEqual([
      'E1 job_seeker: the release does not hold this table.',
    ]);
  });
});
