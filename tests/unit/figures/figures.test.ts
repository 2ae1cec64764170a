import { expect, test } from 'vitest';
import { describe as inWords } from '../../../src/words/describe.ts';
import { isWithheld } from '../../../src/figures/parts.ts';
import { chartIds, figureOf } from '../../../src/figures/estimates/figureOf.ts';
import { renderSvg } from '../../../src/charts/render.ts';
import type { Source } from '../../../src/figures/estimates/source.ts';
import { withCounts } from '../../examples/release.ts';
import { described } from '../../examples/figureParts.ts';
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
  expect(inWords(figureOf('explanation-ladder', source)).title).toBe(
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
  expect(inWords(figure).title).toBe('By day 45, 74 of the 180 applications described here had an answer');
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

test('where more than a tenth did not say, the bounds of the protocol’s rule are printed', () => {
  // 54 yes, 339 no, 74 who did not say: 54 of 467 at least and 128 of 467 at most.
  const name = 'E14 e_has_rule_give';
  const release = withCounts(sampleSource.release, name, { yes: 54, no: 339 }, { dk: 68, blank: 6 });
  const { table, alt } = inWords(figureOf('support', { ...sampleSource, release }));
  const row = table.rows.find(({ label }) => label.startsWith('A written rule that'));
  expect(row?.cells).toEqual(['14% (54)', '11–17%', '12–27%', '393']);
  expect(alt).toContain('bounds 12–27% with those who did not say');
  const few = withCounts(sampleSource.release, name, { yes: 54, no: 339 }, { dk: 40, blank: 3 });
  const { rows } = inWords(figureOf('support', { ...sampleSource, release: few })).table;
  expect(rows.find(({ label }) => label.startsWith('A written rule that'))?.cells[2]).toBe('');
});

test('the middle of hours is the class that holds it, and the open last one has no end', () => {
  const none = { h2: 0, h3: 0, h4: 0, h5: 0, h6_8: 0, h9_10: 0, h11_15: 0, h16_20: 0, h21_30: 0, h31_40: 0 };
  const counts = { h0_1: 10, ...none, h41_80: 5, h81p: 25 };
  const release = withCounts(sampleSource.release, 'E4 job_seeker_interviewed', counts, {});
  const { title, table, alt } = inWords(figureOf('hours', { ...sampleSource, release }));
  expect(title).toBe('Of 40 job seekers who were interviewed, the middle one put in more than 80 hours');
  // Ranks 14 and 27 of 40 (protocol 2.3).
  expect(table.rows[1]?.cells[0]).toBe('41–80 to more than 80 hours');
  expect(alt).not.toMatch(/null|undefined|500/);
});

test('what is withheld says why: a side not yet released, a small group, or one kept back', () => {
  const status = (vintage: string | null, of: 'small_base' | 'withheld') => {
    const release = {
      ...sampleSource.release,
      tables: sampleSource.release.tables.map((table) =>
        table.table === 'E12 employer_interviewed'
          ? { ...table, vintage, groups: { answered: { status: of } }, asides: null }
          : table,
      ),
    };
    return inWords(figureOf('waiting', { ...sampleSource, release })).alt;
  };
  expect(status(null, 'withheld')).toContain('Too few answers yet: under 50 on this side');
  expect(status('2026-12', 'small_base')).toContain('Too few answers yet: under 30');
  expect(status('2026-12', 'withheld')).toContain('Held back, so that nobody can be worked out');
});

test('a series carried over from an earlier release says of which, in the picture’s words and in the table', () => {
  const release = {
    ...sampleSource.release,
    tables: sampleSource.release.tables.map((table) => ({ ...table, vintage: '2026-10', carried: true })),
  };
  for (const id of chartIds) {
    const figure = figureOf(id, { ...sampleSource, release });
    expect(renderSvg(described(figure), 'narrow'), id).toContain('as of 2026-10');
    const { table } = inWords(figure);
    expect(table.rows.flatMap(({ cells }) => cells).join(' '), id).toContain('as of 2026-10');
  }
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
