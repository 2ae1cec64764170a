import { describe, expect, test } from 'vitest';
import { seriesIn } from '../../../../src/release/catalogue.ts';
import { candidate } from '../../../../src/release/disclosure/candidate.ts';
import type { Group, Partition } from '../../../../src/release/disclosure/partition.ts';
import type { ShownCell } from '../../../../src/release/disclosure/shown.ts';
import { explanationLadder } from '../../../../src/release/estimates/explanationLadder.ts';
import { rungs } from '../../../../src/release/explained.ts';
import { estimatesTable } from '../../../../src/release/package/estimatesTable.ts';
import { stageExplanationTable } from '../../../../src/release/package/stageExplanationTable.ts';
import { holds } from '../../../../src/survey/condition.ts';
import { crowd } from '../../../examples/crowds.ts';
import { publisher } from '../../../examples/publisher.ts';
import { storedOf } from '../../../examples/recount.ts';
import { sampleSource } from '../../../examples/sampleSource.ts';
import { wholeRelease } from '../../../examples/wholeRelease.ts';
import { generator } from '../verify/population.ts';
import { problemsOf, strictCsv } from './strictCsv.ts';

const { release } = sampleSource;
const table = stageExplanationTable(release, publisher);
const lines = strictCsv(table.csv);
const stages = ['applied', 'screened', 'interviewed'];
const seriesOf = (stage: string) => seriesIn(explanationLadder, `job_seeker_${stage}`);

describe('stage_explanation.csv', () => {
  test('has every explanation at every stage, and those who did not say, in the form it describes', () => {
    expect(lines.map(({ stage, explanation }) => `${stage} ${explanation}`)).toEqual(
      stages.flatMap((stage) => [...rungs, 'unsaid'].map((explanation) => `${stage} ${explanation}`)),
    );
    expect(problemsOf(table)).toEqual([]);
    expect(problemsOf(stageExplanationTable(wholeRelease(), publisher))).toEqual([]);
  });

  test('prints what estimates.csv prints of E3, and hides what it hides', () => {
    const estimates = strictCsv(estimatesTable(release, publisher).csv);
    const shared = ['vintage', 'n_asked', 'n_answered', 'x', 'share', 'lo', 'hi', 'status', 'bound'];
    for (const line of lines) {
      const same = estimates.filter(
        ({ estimate_id, series, option, measure, segment_var }) =>
          estimate_id === 'E3' &&
          series === line.series &&
          option === line.explanation &&
          measure !== 'headline' &&
          segment_var === 'none',
      );
      expect(same.map((one) => shared.map((name) => one[name]))).toEqual([shared.map((name) => line[name])]);
    }
    expect(lines.some(({ status }) => status === 'small_cell')).toBe(true);
  });

  test('names the outcomes that its people had, and no other', () => {
    const had = new Map<string, Set<string>>();
    for (const { side, answers } of crowd(3000, 0)) {
      const row = storedOf(side, answers);
      for (const stage of stages) {
        const { base, cells, asides } = seriesOf(stage);
        if (!holds(base.where, row)) continue;
        for (const { code, where } of [...cells, ...asides]) {
          const key = `${stage} ${cells.some((cell) => cell.code === code) ? code : 'unsaid'}`;
          if (holds(where, row)) had.set(key, (had.get(key) ?? new Set()).add(String(row.s_outcome)));
        }
      }
    }
    for (const { stage, explanation, outcome } of lines) {
      const named = new Set(outcome?.split(' '));
      const seen = had.get(`${stage} ${explanation}`) ?? new Set<string>();
      expect([stage, explanation, [...seen].filter((one) => !named.has(one))]).toEqual([
        stage,
        explanation,
        [],
      ]);
    }
    expect(had.get('interviewed specific')).toEqual(new Set(['rejected_told', 'silent']));
    expect(Object.fromEntries(lines.map(({ explanation, outcome }) => [explanation, outcome]))).toEqual({
      none: 'silent',
      form: 'rejected_told',
      generic: 'rejected_told',
      specific: 'rejected_told silent',
      actionable: 'rejected_told',
      unsaid: 'rejected_told',
    });
  });
});

describe('a second table of the same people, under P5', () => {
  const usual: Readonly<Record<string, readonly number[]>> = {
    applied: [0.55, 0.35, 0.06, 0.03, 0.01],
    screened: [0.45, 0.35, 0.1, 0.07, 0.03],
    interviewed: [0.4, 0.25, 0.16, 0.12, 0.07],
  };
  const none: Group = { n: 0, x: {}, added: {} };
  const sumFrom = (counts: readonly number[], first: number): number =>
    counts.slice(first).reduce((sum, x) => sum + x, 0);
  const byRung = (from: (at: number) => number, first = 0) =>
    Object.fromEntries(rungs.slice(first).map((rung, i) => [rung, from(i + first)] as const));

  /** The table of one stage as E3 has it. */
  const ofStage = (counts: readonly number[]): Partition => ({
    table: 'E3 job_seeker_applied',
    side: 'job_seeker',
    segment: null,
    population: 'stage',
    indicators: rungs,
    headlines: { specific: ['specific', 'actionable'] },
    categories: {
      answered: { ...none, n: sumFrom(counts, 0), x: byRung((rung) => counts[rung] ?? 0) },
    },
    rest: { ...none, x: byRung(() => 0) },
  });

  /** All stages in one table: on each rung or a higher one, which are headlines inside each other. */
  const ofAll = (each: Readonly<Record<string, readonly number[]>>): Partition => ({
    table: 'E3 job_seeker stage3',
    side: 'job_seeker',
    segment: 'stage3',
    population: 'all',
    indicators: rungs.slice(1),
    categories: Object.fromEntries(
      Object.entries(each).map(([stage, counts]) => [
        stage,
        { ...none, n: sumFrom(counts, 0), x: byRung((rung) => sumFrom(counts, rung), 1) },
      ]),
    ),
    rest: { ...none, x: byRung(() => 0, 1) },
  });

  const cellsIn = (partition: Partition, code: string): Readonly<Record<string, ShownCell>> => {
    const group = candidate(partition, 'now').table.groups[code];
    return group?.status === 'published' ? { ...group.headlines, ...group.cells } : {};
  };

  /** Counts of one to four people that follow: the one hidden rung between two printed sums. */
  function given(
    counts: readonly number[],
    cells: Readonly<Record<string, ShownCell>>,
    sums: readonly number[],
  ) {
    const cuts = [...new Set([0, ...sums, rungs.length])].toSorted((a, b) => a - b);
    return cuts.flatMap((cut, i) => {
      const hidden = rungs
        .map((rung, at) => ({ rung, x: counts[at] ?? 0, at }))
        .filter(
          ({ at, rung }) => at >= cut && at < (cuts[i + 1] ?? cut) && cells[rung]?.status !== 'published',
        );
      return hidden.length === 1 ? hidden.filter(({ x }) => x > 0 && x < 5) : [];
    });
  }

  test('would give hidden counts back, which the one table does not', () => {
    const random = generator(14);
    const found = { once: 0, twice: 0 };
    for (let i = 0; i < 300; i += 1) {
      const each = Object.fromEntries(
        Object.entries(usual).map(([stage, weights]) => {
          const n = 30 + random() * 120;
          return [stage, weights.map((weight) => Math.round(n * weight * (0.5 + random())))] as const;
        }),
      );
      const second = ofAll(each);
      for (const [stage, counts] of Object.entries(each)) {
        const partition = ofStage(counts);
        const group = candidate(partition, 'now').table.groups.answered;
        if (group?.status !== 'published') continue;
        const own = group.headlines?.specific?.status === 'published' ? [3] : [];
        const cut = cellsIn(second, stage);
        const more = rungs.flatMap((rung, at) => (cut[rung]?.status === 'published' ? [at] : []));
        found.once += given(counts, group.cells, own).length;
        found.twice += given(counts, group.cells, [...own, ...more]).length;
      }
    }
    expect(found.once).toBe(0);
    expect(found.twice).toBeGreaterThan(20);
  });
});
