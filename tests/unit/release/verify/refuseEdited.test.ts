import { describe, expect, test } from 'vitest';
import type { Release } from '../../../../src/release/release.ts';
import { ReleaseError } from '../../../../src/release/ReleaseError.ts';
import {
  refuseBrokenRules,
  refuseEdited,
  releaseChecksum,
} from '../../../../src/release/verify/refuseEdited.ts';
import { scanSums } from '../../../../src/release/verify/scanSums.ts';
import { wholeRelease } from '../../../examples/wholeRelease.ts';

const file = 'src/content/releases/2026-12/release.json';
const written = (release: Release): string => `${JSON.stringify(release, null, 2)}\n`;
const frozen = written(wholeRelease());
const checksum = releaseChecksum(frozen);

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

describe('a release edited by hand', () => {
  const sentence = `${file} was edited by hand and no longer matches its release.json.sha256: "git diff" shows which value, and "git restore ${file}" puts it back.`;

  test.each([
    [
      'one digit',
      edited((release) => (group(release, 'E1 job_seeker').cells.silent = { status: 'published', x: 161 })),
    ],
    ['nothing but its spaces', JSON.stringify(wholeRelease())],
    ['so that it is not JSON', '{'],
  ])('%s: it is refused in one sentence', (_, text) => {
    expect(() => {
      refuseEdited(file, text, checksum);
    }).toThrow(new ReleaseError(sentence));
  });

  test('as the release job wrote it, it passes', () => {
    refuseEdited(file, frozen, checksum);
    refuseBrokenRules(file, frozen);
  });

  test('without its checksum file it is refused', () => {
    expect(() => {
      refuseEdited(file, frozen, undefined);
    }).toThrow(
      new ReleaseError(
        `${file} has no release.json.sha256 beside it: put back the one it was committed with (git restore).`,
      ),
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
      'an answer that is not printed',
      (release: Release) => (group(release, 'E1 job_seeker').cells.silent = { status: 'withheld' }),
      'E1 job_seeker, answered: it prints no count of silent',
    ],
    [
      'a small cell opened',
      (release: Release) =>
        (group(release, 'E2 job_seeker_45_days field4', 'care').cells.within_45 = {
          status: 'published',
          x: 91,
        }),
      'E2 job_seeker_45_days field4, care: within_45: 91 of 94 is printed (P5)',
    ],
    [
      'a group larger than the total',
      (release: Release) => (group(release, 'E2 job_seeker_45_days region3', 'europe').n = 2000),
      'E2 job_seeker_45_days region3, its groups hold more people than there are',
    ],
    [
      'other people asked than in a table of the same people',
      (release: Release) => (table(release, 'E14 e_has_training').asides = { dk: 1, pnts: 1, blank: 400 }),
      'which is about the same people',
    ],
  ])('%s: it is refused by the rule', (_, change, sentence) => {
    const refused = () => {
      refuseBrokenRules(file, edited(change));
    };
    expect(refused).toThrow(`${file} breaks a rule: `);
    expect(refused).toThrow(sentence);
  });

  test('a missing table is named', () => {
    const { tables, ...rest } = wholeRelease();
    expect(scanSums({ ...rest, tables: tables.filter((one) => one.table !== 'E1 job_seeker') })).toEqual([
      'E1 job_seeker: the release does not hold this table.',
    ]);
  });
});
