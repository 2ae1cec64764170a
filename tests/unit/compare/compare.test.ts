import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnCharts, subjects } from '../../../src/compare/compare.ts';
import type { Comparison } from '../../../src/compare/comparison.ts';
import { mayCompare } from '../../../src/compare/mayCompare.ts';
import { noRelease } from '../../../src/release/noRelease.ts';
import { estimateOf, seriesIn } from '../../../src/release/catalogue.ts';
import { tableName } from '../../../src/release/tables.ts';
import type { Release } from '../../../src/release/release.ts';
import type { SideId } from '../../../src/survey/question.ts';
import { validAnswers } from '../../examples/anyAnswers.ts';
import { withholding } from '../../examples/release.ts';
import {
  beside,
  comparisons,
  madeUp,
  months,
  recruiter,
  sample,
  sides,
  silent,
  small,
  turnedDown,
} from './beside.ts';

/** What is printed for one series: its counts, and how many answered. */
function printed(estimate: string, series: string) {
  const found = sample.tables.find(({ table }) => table === tableName(estimate, series))?.groups.answered;
  if (found?.status !== 'published') throw new Error(`The sample does not print ${estimate} ${series}.`);
  const x = (code: string): number => {
    const cell = found.cells[code];
    if (cell?.status !== 'published') throw new Error(`The sample does not print ${code}.`);
    return cell.x;
  };
  return { n: found.n, x };
}

const slugs = (all: readonly Comparison[]): readonly string[] => all.map(({ chart }) => chart.slug);

describe('Job seekers', () => {
  test('read about what they lived through and what they wish for, each in words of its own', () => {
    const all = comparisons('job_seeker', { ...turnedDown, s_explanation: 'generic' });
    expect(slugs(all)).toEqual([
      'told-by-day',
      'promise',
      'explanation-ladder',
      'asking',
      'clarity',
      'confidence',
      'hours',
      'most-useful',
    ]);
    const ladder = printed('E3', 'job_seeker_interviewed');
    expect(all[2]?.sentence).toBe(
      `You heard a reason that could have gone to anyone. ${ladder.x('generic')} of the ${ladder.n} interviewed job seekers here heard one of that kind.`,
    );
    const employers = printed('E3', 'employer_interviewed');
    expect(all[2]?.detail).toBe(
      `${employers.x('generic')} of the ${employers.n} employers here said this of the person they described.`,
    );
    const openings = all.map(({ sentence }) => sentence.split('. ')[0]);
    expect(new Set(openings).size).toBe(all.length);
  });

  test('read how many were told sooner, not only how many waited as long', () => {
    const { x, n } = printed('E2', 'job_seeker_45_days');
    expect(comparisons('job_seeker', turnedDown)[0]?.sentence).toBe(
      `You were told in 8 to 14 days. ${x('d2') + x('d7')} of the ${n} job seekers here had word sooner.`,
    );
    expect(comparisons('job_seeker', { ...turnedDown, s_time: 'd2' })[0]?.sentence).toContain(
      `${x('d2')} of the ${n} job seekers here had word as soon.`,
    );
    expect(comparisons('job_seeker', silent)[0]?.sentence).toBe(
      `You were not told. ${x('never')} of the ${n} job seekers here had no word either.`,
    );
  });

  test('read of which release a number is that a later one carries', () => {
    const carrying = (...names: readonly string[]): Release => ({
      ...sample,
      tables: sample.tables.map((table) =>
        names.includes(table.table) ? { ...table, vintage: '2026-10', carried: true } : table,
      ),
    });
    const read = (release: Release) => {
      const [, , ladder] = comparisons('job_seeker', turnedDown, release);
      return [ladder?.sentence, ladder?.detail].map((words) => words?.endsWith(', as of 2026-10.'));
    };
    expect(read(sample)).toEqual([false, false]);
    expect(read(carrying('E3 job_seeker_interviewed'))).toEqual([true, false]);
    expect(read(carrying('E3 employer_interviewed'))).toEqual([false, true]);
  });

  test('are set beside people who got as far', () => {
    const [, , ladder] = comparisons('job_seeker', {
      ...turnedDown,
      s_stage: 'applied',
      s_explanation: 'generic',
    });
    const { x, n } = printed('E3', 'job_seeker_applied');
    expect(ladder?.sentence).toContain(`${x('generic')} of the ${n} job seekers here who only applied`);
    // Employers describe an interviewed person, so they are not set beside somebody who only applied.
    expect(ladder?.detail).toBeUndefined();
  });

  test('who was left in silence does not read three times that there was no answer', () => {
    expect(slugs(comparisons('job_seeker', silent))).toEqual([
      'told-by-day',
      'promise',
      'asking',
      'clarity',
      'confidence',
      'hours',
      'most-useful',
    ]);
  });

  test('read how much time others put in who got as far, and what employers think would help', () => {
    const all = comparisons('job_seeker', silent);
    const of = (slug: string) => all.find(({ chart }) => chart.slug === slug);
    expect(of('hours')?.sentence).toMatch(
      /^You put in 11 to 20 hours\. \d+ of the \d+ interviewed job seekers here gave this answer\.$/,
    );
    const { x, n } = printed('E10', 'employer');
    expect(of('most-useful')?.detail).toBe(
      `${x('quick_no')} of the ${n} employers here think that this helps a candidate most.`,
    );
  });

  test('a useful reply counts as a reason about them', () => {
    const [, , ladder, asking] = comparisons('job_seeker', { ...silent, s_asked: 'useful' });
    expect(ladder?.sentence).toContain('You heard a reason about you.');
    expect(asking?.sentence).toContain('the reply told you something specific');
  });

  test('what was left out is said, not guessed', () => {
    const skipped = Object.fromEntries(Object.entries(turnedDown).filter(([id]) => id !== 's_promised'));
    expect(comparisons('job_seeker', skipped)[1]).toEqual({
      chart: estimateOf('promise'),
      sentence: 'You left out whether you were given a date.',
    });
    expect(comparisons('job_seeker', { ...turnedDown, s_promised: 'dk' })[1]?.sentence).toContain(
      'You left out',
    );
  });

  test.each(['offered', 'withdrew'])('who says %s reads that there is nothing to compare', (s_outcome) => {
    const compared = beside(sample, 'job_seeker', { s_stage: 'int1', s_elapsed: 'm3_6', s_outcome });
    expect('nothing' in compared && compared.nothing).toMatch(/^These figures are about people who/);
  });
});

test('who was offered the job is set beside others in the hours alone', () => {
  const answers = { s_stage: 'int1', s_elapsed: 'm3_6', s_outcome: 'offered', s_hours: 8 };
  expect(slugs(comparisons('job_seeker', answers))).toEqual(['hours']);
});

describe('Employers', () => {
  test('read the same of the one person they described, and whether what was known was said', () => {
    const all = comparisons('employer', recruiter);
    expect(slugs(all)).toEqual(['waiting', 'promise', 'explanation-ladder', 'asking', 'known-not-said']);
    const { x, n } = printed('E18', 'employer_told');
    expect(all[4]?.sentence).toBe(
      `You had a reason about the person, and the person was not told. ${x('not')} of the ${n} employers here who had a reason about the person said that theirs was not told either.`,
    );
    const seekers = printed('E5', 'job_seeker_interviewed');
    expect(all[1]?.detail).toBe(
      `${seekers.x('none')} of the ${seekers.n} job seekers here told this of themselves.`,
    );
  });

  test('who had no reason about the person is not asked why it was kept', () => {
    expect(slugs(comparisons('employer', { ...recruiter, e_known: 'rival' }))).not.toContain(
      'known-not-said',
    );
  });

  test.each(['nobody', 'forgot'])(
    'who describes nobody (%s) reads that there is nothing to compare',
    (e_last) => {
      expect(beside(sample, 'employer', { e_role: 'hr', e_last })).toHaveProperty('nothing');
    },
  );
});

/** Every table that a side’s comparison rests on. */
const namesOf = (side: SideId): readonly string[] =>
  subjects[side].flatMap(({ slug, who }) => Object.keys(who).map((id) => tableName(estimateOf(slug).id, id)));

test.each([
  ['made up', madeUp],
  ['none yet', noRelease()],
])('nobody is compared with a release that is %s', (_, release) => {
  expect(mayCompare(release)).toBe(false);
  expect(() => beside(release, 'employer', recruiter)).toThrow('nobody is compared with it');
});

test('a side without a release reads that it waits for fifty answers, and not the same sentence five times', () => {
  expect(beside(small, 'employer', recruiter)).toEqual({
    nothing:
      'Too few employers have answered to set your answers beside theirs: the first figures of a side come with 50.',
  });
  expect(beside(small, 'job_seeker', turnedDown)).toHaveProperty('comparisons');
});

test('of groups that are not shown one sentence says so, and there is no chart of them to pass on', () => {
  const shown = comparisons('job_seeker', turnedDown);
  const names = namesOf('job_seeker').filter((name) => name !== 'E7 job_seeker_form');
  expect(beside(withholding(sample, ...names), 'job_seeker', turnedDown)).toEqual({
    comparisons: shown.filter(({ chart }) => chart.slug === 'clarity'),
    rest: 'There are too few answers yet to set beside the rest of yours.',
  });
  expect(beside(withholding(sample, ...namesOf('job_seeker')), 'job_seeker', turnedDown)).toEqual({
    nothing: 'There are too few answers yet to set beside yours.',
  });
  expect(beside(sample, 'job_seeker', turnedDown)).not.toHaveProperty('rest');
});

test('nobody alike is said as such, in English', () => {
  const { tables, ...head } = sample;
  const none: Release = {
    ...head,
    tables: tables.map((table) => {
      const group = table.groups.answered;
      if (table.table !== 'E7 job_seeker_form' || group?.status !== 'published') return table;
      const cells = Object.fromEntries(
        Object.keys(group.cells).map((code) => [
          code,
          { status: 'published' as const, x: code === 'p2' ? group.n : 0 },
        ]),
      );
      return { ...table, groups: { answered: { ...group, cells } } };
    }),
  };
  expect(comparisons('job_seeker', turnedDown, none)[4]?.sentence).toMatch(
    /^It is not at all clear to you why\. None of the \d+ job seekers here who heard only the no gave this answer\.$/,
  );
});

test.each(sides)('the words for the %s side name every answer of every series they are about', (side) => {
  for (const { slug, who, said, beside: other } of subjects[side]) {
    const estimate = estimateOf(slug);
    for (const id of Object.keys(who)) {
      const { cells, side: of } = seriesIn(estimate, id);
      expect(of).toBe(side);
      // Who asked is in the series before it, with what the reply was.
      expect(
        cells.map(({ code }) => code).filter((code) => said[code] === undefined && code !== 'asked'),
      ).toEqual([]);
    }
    for (const id of Object.values(other ?? {})) expect(seriesIn(estimate, id).side).not.toBe(side);
  }
});

test.each(
  sides.flatMap((side) => [sample, ...months].map((release) => [side, release.id, release] as const)),
)(
  'for any answers of the %s side every sentence is whole and passes no judgement: %s',
  (side, _, release) => {
    fc.assert(
      fc.property(validAnswers(side), (answers) => {
        const compared = beside(release, side, answers);
        const about = 'nothing' in compared ? [] : compared.comparisons;
        expect(new Set(slugs(about)).size).toBe(about.length);
        for (const { you, chart } of about)
          if (you !== undefined) expect(drawnCharts[side].map(({ slug }) => slug)).toContain(chart.slug);
        const all = 'nothing' in compared ? [compared.nothing] : about.map(({ sentence }) => sentence);
        for (const sentence of all) {
          expect(sentence).toMatch(/\.$/);
          expect(sentence).not.toMatch(/undefined|NaN|better|worse|only you|unfortunately/i);
        }
      }),
      { numRuns: 100 },
    );
  },
);
