import { expect, test } from 'vitest';
import { describe as inWords } from '../../../src/charts/describe.ts';
import { isWithheld } from '../../../src/charts/figure.ts';
import { chartIds, figureOf } from '../../../src/charts/figures/figureOf.ts';
import type { Source } from '../../../src/charts/figures/source.ts';
import { withCounts } from '../../examples/release.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

/** The sample with the counts of one series replaced; what the sums say follows. */
const changed = (name: string, counts: Record<string, number>): Source => ({
  ...sampleSource,
  release: withCounts(sampleSource.release, name, counts, { varies: 9, dk: 4, pnts: 0, blank: 0 }),
});

test('the ladder adds up the endings without a reason about the person', () => {
  const source = changed('E3 job_seeker_interviewed', {
    silence: 17,
    form: 28,
    generic: 20,
    specific: 14,
    actionable: 8,
  });
  expect(inWords(figureOf('explanation-ladder', source)).finding).toBe(
    'Of 87 interviews described here, 65 ended without a reason about the person',
  );
});

test('the curve counts those who never heard, as the protocol’s worked example does', () => {
  const source = changed('E2 job_seeker_45_days', {
    d2: 9,
    d7: 21,
    d14: 19,
    d30: 17,
    d45: 8,
    later: 10,
    never: 96,
  });
  const figure = figureOf('told-by-day', source);
  expect(inWords(figure).finding).toBe('By day 45, 74 of the 180 applications described here had an answer');
  const [series] = figure.form === 'curve' ? figure.series : [];
  if (series === undefined || isWithheld(series)) throw new Error('The curve is not there.');
  const [, week, fortnight, , last] = series.parts;
  expect(week).toMatchObject({ upTo: 7, x: 30, n: 180 });
  expect(week?.lo).toBeCloseTo(0.119312, 6);
  expect(week?.hi).toBeCloseTo(0.227952, 6);
  expect(fortnight?.lo).toBeCloseTo(0.212465, 6);
  expect(last?.hi).toBeCloseTo(0.484118, 6);
});

test('employers’ bands are an interval, as in the protocol’s example', () => {
  const source = changed('E11 employer_interviewed', {
    none: 18,
    lt25: 30,
    q25_49: 14,
    q50_74: 12,
    q75_99: 16,
    all: 10,
  });
  const figure = figureOf('told-by-stage', source);
  if (figure.form !== 'gap') throw new Error('The gap is not there.');
  const employer = figure.rows.find(({ id }) => id === 'interviewed')?.employer;
  if (employer === undefined || isWithheld(employer)) throw new Error('Employers are not there.');
  expect(employer.n).toBe(100);
  expect(employer.lower).toBeCloseTo(0.318, 3);
  expect(employer.upper).toBeCloseTo(0.488, 3);
});

test('every chart has a figure, which says that its numbers are made up', () => {
  for (const id of chartIds) {
    const figure = figureOf(id, sampleSource);
    expect(figure.id).toBe(id);
    expect(inWords(figure).alt).toContain('Sample data, made up');
    expect(inWords(figure).table.caption).toContain('Sample data, made up');
  }
});

test('a chart that does not exist is refused with the names of those that do', () => {
  expect(() => figureOf('ghost-rate', sampleSource)).toThrow(
    `There is no chart “ghost-rate”; the charts are ${chartIds.join(', ')}.`,
  );
});
