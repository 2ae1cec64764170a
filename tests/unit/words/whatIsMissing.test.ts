import { describe as group, expect, test } from 'vitest';
import { chartIds, figureOf, pictureIds } from '../../../src/figures/estimates/figureOf.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { Share, Withheld } from '../../../src/figures/parts.ts';
import { noRelease } from '../../../src/release/noRelease.ts';
import { tables } from '../../../src/release/tables.ts';
import { isWideRange } from '../../../src/statistics/precision.ts';
import { wilson } from '../../../src/statistics/wilson.ts';
import { describe } from '../../../src/words/describe.ts';
import { findingOf } from '../../../src/words/titleOf.ts';
import { whatIsMissing, whoIsMissing } from '../../../src/words/whatIsMissing.ts';
import { firstMonths } from '../../examples/firstMonths.ts';
import { share } from '../../examples/figureParts.ts';
import { series, withholding, withTables } from '../../examples/release.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

const nobody = { ...sampleSource, release: noRelease() };

/** Every overall table with this many people, as a release prints it: in the first answer all but these, who are in the last. */
const everywhere = (n: number, last = 0) => {
  const changed = tables.flatMap(({ name, segment, series: { cells } }) =>
    segment !== null || name.startsWith('E16')
      ? []
      : [
          series(
            name,
            Object.fromEntries(
              cells.map(({ code }, i) => [code, i === 0 ? n - last : i === cells.length - 1 ? last : 0]),
            ),
          ),
        ],
  );
  return { ...sampleSource, release: withTables(sampleSource.release, changed) };
};

/** A release that shows nothing. */
const withheldAll = {
  ...sampleSource,
  release: withholding(sampleSource.release, ...tables.map(({ name }) => name)),
};

/** The ladder with one finding alone, which rests on this. */
const resting = (on: Share | Withheld): Figure => ({
  ...figureOf('explanation-ladder', withheldAll),
  findings: [{ kind: 'share', share: on, who: 'people given a reason', does: 'see why' }],
});

const small: Withheld = {
  id: 'a',
  side: 'job_seeker',
  label: 'A',
  shortLabel: 'A',
  withheld: true,
  because: 'Too few answers yet: under 30',
  status: 'small_base',
};

group('what a base may tell', () => {
  test('the words are the same whatever a base is that the release does not print', () => {
    const words = (n: number) => chartIds.map((id) => describe(figureOf(id, everywhere(n))).missing);
    for (const n of [1, 9, 18, 29]) expect(words(n)).toEqual(words(0));
  });

  test('no number of people still to come stands beside a base that is not printed', () => {
    for (const source of [nobody, withheldAll])
      for (const id of pictureIds)
        expect(describe(figureOf(id, source)).missing ?? '', id).not.toMatch(/ more /);
  });

  test('of a base that is printed it says how many more it takes', () => {
    expect(whatIsMissing(figureOf('clarity', everywhere(18, 8)))).toBe(
      'A percentage needs 12 more people given a specific reason.',
    );
    expect(whatIsMissing(resting({ ...small, n: 18 }))).toMatch(
      /^A percentage needs 12 more people given a reason\./,
    );
    expect(whatIsMissing(resting({ ...small, n: 27 }))).toMatch(/needs a few more people given a reason\./);
  });
});

group('what a figure lacks', () => {
  test('what every figure of a side takes, before that side is released, and nothing of its own', () => {
    for (const id of pictureIds) expect(describe(figureOf(id, nobody)).missing, id).toBeUndefined();
    expect(whoIsMissing(figureOf('asking', nobody))).toBe('A side’s first figures come with 50 answers.');
    expect(whoIsMissing(figureOf('hours', nobody))).toBe('Job seekers’ first figures come with 50 answers.');
    expect(describe(figureOf('hours', nobody)).missingAlone).toBe(
      'Job seekers’ first figures come with 50 answers.',
    );
  });

  test('the other side alone, where one is released; and what stands alone says so', () => {
    const [first] = firstMonths();
    if (first === undefined) throw new Error('Nothing was released.');
    const source = { ...sampleSource, release: first.release };
    const employers = 'Employers’ first figures come with 50 answers.';
    for (const id of pictureIds) {
      const { name, asked, ...figure } = figureOf(id, source);
      const isOfEmployers = asked.some(({ side }) => side === 'employer');
      if (id !== 'who-answered')
        expect(whoIsMissing({ name, asked, ...figure }), id).toBe(isOfEmployers ? employers : undefined);
      const { missing, missingAlone } = describe({ name, asked, ...figure });
      expect(missing ?? '', id).not.toMatch(/first figures|\d+ (more )?employers/);
      if (missingAlone === undefined) continue;
      const both = [missing, isOfEmployers ? employers : undefined].filter((said) => said !== undefined);
      expect(missingAlone, id).toBe(both.join(' '));
    }
  });

  test('people, where a base is too small; the first release is no longer spoken of', () => {
    expect(whatIsMissing(figureOf('asking', withheldAll))).toBe(
      'This figure needs at least 30 interviewees not hired who asked for feedback.',
    );
    expect(whatIsMissing(figureOf('hours', withheldAll))).toBe('This figure needs at least 30 answers.');
  });

  test('a count to rest on, where it has people enough', () => {
    expect(whatIsMissing(resting(share('a', 'A', 'A', 4, 400)))).toMatch(
      /at least ten people who are counted/,
    );
    expect(whatIsMissing(resting({ ...small, status: 'small_cell', n: 400 }))).toMatch(/at least ten/);
  });

  test('nothing that more answers bring for sure, where it is held back', () => {
    expect(whatIsMissing(resting({ ...small, status: 'withheld' }))).toMatch(/^It is held back/);
    // 12 of 60: ten on either side, and withheld for the sake of others.
    expect(whatIsMissing(resting({ ...small, status: 'withheld', n: 60 }))).toMatch(/^It is held back/);
  });

  test('so many people as make its range narrow, and not one fewer', () => {
    const said = whatIsMissing(resting(share('a', 'A', 'A', 15, 30)));
    const more = Number(/about (\d+) more/.exec(said ?? '')?.[1]);
    const width = (n: number) => isWideRange(wilson(n / 2, n) ?? { lo: 0, hi: 1 });
    expect([width(30 + more + (more % 2)), width(30 + more - 2 - (more % 2))]).toEqual([false, true]);
  });

  test('of several lacks it names the one that the fewest people fill', () => {
    const [first] = resting(small).findings;
    const [second] = resting({ ...small, n: 25 }).findings;
    if (first === undefined || second === undefined) throw new Error('There are no findings.');
    expect(whatIsMissing({ ...resting(small), findings: [first, second] })).toMatch(
      /^A percentage needs 5 more/,
    );
  });
});

test('a figure says what it lacks if, and only if, it has no finding', () => {
  for (const source of [sampleSource, nobody, everywhere(12), everywhere(40)])
    for (const id of pictureIds) {
      const figure = figureOf(id, source);
      const { missing, missingAlone, alt } = describe(figure);
      if (figure.cut?.missing === undefined)
        expect(missingAlone === undefined, id).toBe(findingOf(figure) !== undefined);
      if (missingAlone !== undefined) expect(alt).toContain(missingAlone);
      expect(missingAlone ?? '').toContain(missing ?? '');
    }
});

test.each(chartIds)('%s: nothing of it is shown if, and only if, every series of it is withheld', (id) => {
  const own = tables.filter(({ estimate, segment }) => estimate.slug === id && segment === null);
  const names = own.map(({ name }) => name);
  const shown = (...withheld: readonly string[]) =>
    describe(figureOf(id, { ...sampleSource, release: withholding(sampleSource.release, ...withheld) }))
      .isShown;
  expect(shown(...names)).toBe(false);
  expect(shown()).toBe(true);
  // One is enough for the others’ blanks to stand beside it.
  if (names.length > 1) expect(shown(...names.slice(1))).toBe(true);
});
