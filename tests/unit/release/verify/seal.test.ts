import { describe, expect, test } from 'vitest';
import type { Release } from '../../../../src/release/release.ts';
import { refuseEdited } from '../../../../src/release/verify/refuseEdited.ts';
import { scanSums } from '../../../../src/release/verify/scanSums.ts';
import { changesSince, sealOf } from '../../../../src/release/verify/seal.ts';
import { wholeRelease } from '../../../examples/wholeRelease.ts';

const file = 'src/content/releases/2026-12/release.json';
const written = (release: Release): string => `${JSON.stringify(release, null, 2)}\n`;
const frozen = written(wholeRelease());
const seal = sealOf(frozen);

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

const refusalOf = (text: string, sealed: string | undefined = seal): string => {
  try {
    refuseEdited(file, text, sealed);
  } catch (error) {
    return (error as Error).message;
  }
  return 'It was let in.';
};

const edits: readonly (readonly [string, (release: Release) => void, string])[] = [
  [
    'one more in an overall answer',
    (release) => (group(release, 'E1 job_seeker').cells.silent = { status: 'published', x: 209 }),
    'has another value at “E1 job_seeker / answered / silent”',
  ],
  [
    'two answers that still add up',
    (release) => {
      group(release, 'E1 job_seeker').cells.silent = { status: 'published', x: 207 };
      group(release, 'E1 job_seeker').cells.withdrew = { status: 'published', x: 173 };
    },
    'has another value at “E1 job_seeker / answered / silent”; it has another value at “E1 job_seeker / answered / withdrew”',
  ],
  [
    'a larger base',
    (release) => (group(release, 'E1 job_seeker').n += 1),
    'has another value at “E1 job_seeker / answered / n”',
  ],
  [
    'a headline in a group',
    (release) =>
      (group(release, 'E1 job_seeker industry', 'health').cells.silent = { status: 'published', x: 49 }),
    'has another value at “E1 job_seeker industry / health / silent”',
  ],
  [
    'a small cell opened',
    (release) =>
      (group(release, 'E1 job_seeker industry', 'finance').cells.silent = { status: 'published', x: 28 }),
    'has another value at “E1 job_seeker industry / finance / silent”',
  ],
  [
    'a group taken out',
    (release) => {
      const { tech, ...others } = table(release, 'E1 job_seeker industry').groups;
      if (tech !== undefined) table(release, 'E1 job_seeker industry').groups = others;
    },
    'has lost “E1 job_seeker industry / tech / status”; it has lost “E1 job_seeker industry / tech / n”; it has lost “E1 job_seeker industry / tech / silent”',
  ],
  [
    'a withheld table opened',
    (release) =>
      (table(release, 'E9 job_seeker_silence').groups.answered = {
        status: 'published',
        n: 40,
        cells: { p1: { status: 'published', x: 40 } },
      }),
    '“E9 job_seeker_silence / answered / n”',
  ],
  [
    'fewer who did not know',
    (release) => (table(release, 'E3 job_seeker_interviewed').asides = { dk: 99, pnts: 0, blank: 0 }),
    '“E3 job_seeker_interviewed / asides / dk”',
  ],
  [
    'old numbers passed off as new',
    (release) => (table(release, 'E13 e_barriers_legal').carried = false),
    'has another value at “E13 e_barriers_legal / carried”',
  ],
  ['another day', (release) => (release.published = '2026-12-02'), 'has another value at “published”'],
  [
    'fewer left out by a rule',
    (release) => (group(release, 'responses job_seeker f_speed', 'left_out').n = 0),
    'has another value at “responses job_seeker f_speed / left_out / n”',
  ],
];

describe('a release edited by hand', () => {
  test.each(edits)('%s is refused, and the file and the place are named', (_, change, place) => {
    const said = refusalOf(edited(change));
    expect(said).toContain(`${file} `);
    expect(said).toContain(place);
    expect(said).toContain('put the file back as it was');
  });

  test('as it was frozen it is let in', () => {
    expect(refusalOf(frozen)).toBe('It was let in.');
  });

  test('with nothing but its spaces changed it is refused all the same', () => {
    expect(changesSince(JSON.stringify(wholeRelease()), seal)).toEqual([
      'has the same values in other words: spaces, order or a repeated name',
    ]);
    expect(changesSince('{', seal)).toEqual(['is not JSON any more']);
  });

  test('without a seal it is refused', () => {
    expect(() => {
      refuseEdited(file, frozen, undefined);
    }).toThrow('has no release.seal beside it');
  });
});

describe('a release that was edited and sealed again', () => {
  const resealed = (change: (release: Release) => void): string => {
    const text = edited(change);
    return refusalOf(text, sealOf(text));
  };

  test.each([
    [
      'answers that do not add up',
      (release: Release) => (group(release, 'E1 job_seeker').cells.silent = { status: 'published', x: 209 }),
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
        (group(release, 'E1 job_seeker industry', 'finance').cells.silent = { status: 'published', x: 28 }),
      'E1 job_seeker industry, finance: silent: 28 of 31 is printed (P5)',
    ],
    [
      'a group larger than everybody',
      (release: Release) => (group(release, 'E1 job_seeker industry', 'health').n = 2000),
      'E1 job_seeker industry, its groups hold more people than there are',
    ],
    [
      'other people asked than in a table of the same people',
      (release: Release) => (table(release, 'E14 e_has_training').asides = { dk: 1, pnts: 1, blank: 400 }),
      'which is about the same people',
    ],
  ])('%s: it is refused by the rule', (_, change, sentence) => {
    const said = resealed(change);
    expect(said).toContain(`${file} breaks a rule: `);
    expect(said).toContain(sentence);
  });

  test('a missing table is named', () => {
    const { tables, ...rest } = wholeRelease();
    expect(scanSums({ ...rest, tables: tables.filter((one) => one.table !== 'E1 job_seeker') })).toEqual([
      'E1 job_seeker: the release does not hold this table.',
    ]);
  });
});
