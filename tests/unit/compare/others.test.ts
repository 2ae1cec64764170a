import { describe, expect, test } from 'vitest';
import { figureOf } from '../../../src/figures/estimates/figureOf.ts';
import { isWithheld } from '../../../src/figures/parts.ts';
import type { Release } from '../../../src/release/release.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { groupsOf } from '../../../src/words/titleOf.ts';
import { telling } from '../../examples/hiddenCounts.ts';
import { beside, comparisons, sample, small, turnedDown } from './beside.ts';

const figureIn = (id: string, release: Release) => figureOf(id, { release, questionnaire, host: 'x' });

test('people who are counted one by one are told as their drawing has them', () => {
  const compared = beside(small, 'job_seeker', { ...turnedDown, s_explanation: 'generic' });
  if ('nothing' in compared) throw new Error(compared.nothing);
  const few = compared.comparisons.filter(({ sentence }) => sentence.includes('one answer more or less'));
  expect(few.map(({ chart }) => chart.slug)).toEqual(['promise', 'explanation-ladder', 'asking']);
  // How many asked is drawn only beside what came of it.
  for (const { chart, sentence } of few.slice(0, 2)) {
    const figure = figureIn(chart.slug, small);
    const drawn = groupsOf(figure).flatMap((group) => (isWithheld(group) ? (group.few ?? []) : []))[0];
    if (drawn === undefined) throw new Error(`${chart.slug} counts nobody one by one.`);
    const { counted, of, does } = drawn;
    expect(sentence).toContain(` So far ${counted} of ${of} interviewed job seekers here ${does}; `);
  }
  expect(compared.rest).toBe('There are too few answers yet to set beside the rest of yours.');
});

describe('Of counts that are hidden', () => {
  const ladder = telling(sample, 'E3 job_seeker_interviewed', {
    n: 87,
    cells: { none: 40, form: 'few', generic: 'held', specific: 20, actionable: 10 },
    headlines: { specific: 30 },
  });
  const said = (s_explanation: string, release: Release) =>
    comparisons('job_seeker', { ...turnedDown, s_explanation }, release)[2];

  test('a sentence says that they are fewer than five, or how many with those of the next answer', () => {
    expect(said('form', ladder)?.sentence).toBe(
      'You heard the no and no reason. Fewer than 5 of the 87 interviewed job seekers here heard just that.',
    );
    expect(said('generic', ladder)?.sentence).toBe(
      'You heard a reason that could have gone to anyone. 17 of the 87 interviewed job seekers here gave this answer or “No reason, only the no”: how many gave each would give away a smaller count.',
    );
  });

  test('the sum that it says is the part of the bar that stands for the answer', () => {
    const figure = figureIn('explanation-ladder', ladder);
    const [bar] = figure.form === 'ladder' ? figure.series : [];
    if (bar === undefined || isWithheld(bar)) throw new Error('The bar is not there.');
    const part = bar.parts.find(({ stands = [] }) => stands.length > 0);
    expect(part?.stands?.map((one) => (isWithheld(one) ? one.id : one.code))).toEqual(['form', 'generic']);
    expect(said('generic', ladder)?.sentence).toContain(` ${part?.x} of the ${part?.n} `);
  });

  test('with answers hidden on both sides of a headline, those of its own side alone', () => {
    const both = telling(sample, 'E3 job_seeker_interviewed', {
      n: 87,
      cells: { none: 58, form: 'few', generic: 'held', specific: 'held', actionable: 'few' },
      headlines: { specific: 12 },
    });
    expect(said('generic', both)?.sentence).toContain(
      ' 17 of the 87 interviewed job seekers here gave this answer or “No reason, only the no”: ',
    );
  });

  test('of a wait it is the next day that the curve has a mark for', () => {
    const [waited] = comparisons('job_seeker', turnedDown, small);
    const figure = figureIn('told-by-day', small);
    const [curve] = figure.form === 'curve' ? figure.series : [];
    if (curve === undefined || isWithheld(curve)) throw new Error('The curve is not there.');
    const mark = curve.parts.find(({ upTo }) => upTo === 14);
    expect(waited?.sentence).toBe(
      `You were told in 8 to 14 days. ${mark?.x} of the ${mark?.n} job seekers here had word within 14 days.`,
    );
  });

  test('what the other side says is left out, or fewer than five', () => {
    const employers = telling(sample, 'E3 employer_interviewed', {
      n: 95,
      cells: { none: 40, form: 'few', generic: 'held', specific: 20, actionable: 10 },
      headlines: { specific: 30 },
    });
    expect(said('form', employers)?.detail).toBe(
      'Fewer than 5 of the 95 employers here said this of the person they described.',
    );
    expect(said('generic', employers)).not.toHaveProperty('detail');
  });

  test('sooner is a sum that rests on none of them, unless a reader can work it out', () => {
    const waits = telling(sample, 'E2 job_seeker_45_days', {
      n: 80,
      cells: { d2: 'few', d7: 'held', d14: 11, d30: 9, d45: 'few', later: 'held', never: 40 },
      headlines: { within_45: 33, within_14: 20 },
    });
    const [waited] = comparisons('job_seeker', turnedDown, waits);
    expect(waited?.sentence).toBe(
      'You were told in 8 to 14 days. 9 of the 80 job seekers here had word sooner.',
    );
    const [second] = comparisons('job_seeker', { ...turnedDown, s_time: 'd7' }, waits);
    expect(second?.sentence).toContain('Fewer than 5 of the 80 job seekers here had word sooner.');
  });
});
