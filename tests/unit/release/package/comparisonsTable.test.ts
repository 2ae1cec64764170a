import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../../src/release/catalogue.ts';
import { comparisonsTable } from '../../../../src/release/package/comparisonsTable.ts';
import { estimatesTable } from '../../../../src/release/package/estimatesTable.ts';
import { sampleSource } from '../../../examples/sampleSource.ts';
import { publisher } from '../../../examples/publisher.ts';
import { withholding } from '../../../examples/release.ts';
import { strictCsv } from './strictCsv.ts';

type Line = Readonly<Record<string, string>>;

const { release } = sampleSource;
const estimates: readonly Line[] = strictCsv(estimatesTable(release, publisher).csv);
const pairs: readonly Line[] = strictCsv(comparisonsTable(release, publisher).csv);
const decided = pairs.filter(({ difference }) => difference !== '');
const numberIn = (line: Line, name: string): number => {
  const text = line[name];
  if (text === undefined || text === '') throw new Error(`The line has no ${name}: ${JSON.stringify(line)}.`);
  return Number(text);
};

/** A printed count of estimates.csv: a headline where the series has it, else an answer. */
function printed(line: Line, series = '', option = '', segment = ''): Line | undefined {
  const same = estimates.filter(
    (one) =>
      one.estimate_id === line.estimate_id &&
      one.series === series &&
      one.option === option &&
      one.segment_var === line.segment_var &&
      one.segment === segment,
  );
  return (
    same.find(({ measure }) => measure === 'headline') ?? same.find(({ measure }) => measure === 'answer')
  );
}

describe('comparisons.csv', () => {
  test('has two families, each ranked from 1 by its p, which a reader can rank again', () => {
    expect(new Set(pairs.map(({ family }) => family))).toEqual(new Set(['listed', 'cuts']));
    for (const [, own] of Map.groupBy(decided, ({ family }) => family)) {
      const ranked = own.toSorted((one, other) => numberIn(one, 'rank') - numberIn(other, 'rank'));
      expect(ranked.map(({ rank }) => rank)).toEqual(own.map((_, i) => String(i + 1)));
      expect(new Set(own.map(({ family_size }) => family_size))).toEqual(new Set([String(own.length)]));
      const ps = ranked.map((line) => numberIn(line, 'p'));
      expect(ps).toEqual(ps.toSorted((a, b) => a - b));
      // The step-up rule, once more: all up to the last that is small enough for its rank.
      const last = ps.findLastIndex((p, i) => p <= (0.025 * (i + 1)) / own.length);
      ranked.forEach(({ decision }, i) => {
        expect(decision === 'neither').toBe(i > last);
      });
    }
  });

  test('counts what estimates.csv counts, groups that are together added up', () => {
    expect(decided.length).toBeGreaterThan(100);
    for (const line of decided)
      for (const side of ['a', 'b']) {
        const parts = (line[`${side}_segment`] ?? '')
          .split(' ')
          .map((segment) => printed(line, line[`${side}_series`], line[`${side}_option`], segment));
        const sum = (name: string) => parts.reduce((total, part) => total + numberIn(part ?? {}, name), 0);
        expect([sum('x'), sum('n_answered')]).toEqual([
          numberIn(line, `${side}_x`),
          numberIn(line, `${side}_n`),
        ]);
      }
  });

  test('compares a group with the others of its side, two groups once, and never with a whole that holds it', () => {
    for (const [, own] of Map.groupBy(
      decided.filter(({ family }) => family === 'cuts'),
      ({ estimate_id, segment_var, a_series }) => `${estimate_id} ${segment_var} ${a_series}`,
    )) {
      const everyone = own.map(({ a_segment, b_segment }) => [a_segment, ...(b_segment ?? '').split(' ')]);
      for (const groups of everyone) expect(new Set(groups).size).toBe(groups.length);
      const [first] = everyone;
      expect(own).toHaveLength(first?.length === 2 ? 1 : (first?.length ?? 0));
      for (const { a_series, b_series, a_option, b_option } of own)
        expect([b_series, b_option]).toEqual([a_series, a_option]);
    }
  });

  test('its range is Newcombe’s at 95 %, and a stratified difference Mantel and Haenszel’s, from printed counts', () => {
    const wilson = (x: number, n: number) => {
      const z = 1.959963984540054;
      const half = z * Math.sqrt((x * (n - x)) / n + (z * z) / 4);
      return [(x + (z * z) / 2 - half) / (n + z * z), (x + (z * z) / 2 + half) / (n + z * z)] as const;
    };
    for (const line of decided) {
      const [ax, an, bx, bn] = ['a_x', 'a_n', 'b_x', 'b_n'].map((name) => numberIn(line, name)) as [
        number,
        number,
        number,
        number,
      ];
      const [[la, ua], [lb, ub]] = [wilson(ax, an), wilson(bx, bn)];
      const d = ax / an - bx / bn;
      expect(numberIn(line, 'difference')).toBeCloseTo(d, 6);
      expect(numberIn(line, 'lo')).toBeCloseTo(d - Math.hypot(ax / an - la, ub - bx / bn), 5);
      expect(numberIn(line, 'hi')).toBeCloseTo(d + Math.hypot(ua - ax / an, bx / bn - lb), 5);
    }
    const stratified = decided.filter(({ size3_difference }) => size3_difference !== '');
    expect(stratified.length).toBeGreaterThan(0);
    for (const line of stratified) {
      let [weighed, weight] = [0, 0];
      for (const segment of ['small', 'medium', 'large']) {
        const cut = { ...line, segment_var: 'size3' };
        const [a, b] = ['a', 'b'].map((side) =>
          printed(cut, line[`${side}_series`], line[`${side}_option`], segment),
        );
        if (!a?.x || !b?.x) continue;
        const [an, bn] = [numberIn(a, 'n_answered'), numberIn(b, 'n_answered')];
        weight += (an * bn) / (an + bn);
        weighed += ((an * bn) / (an + bn)) * (numberIn(a, 'x') / an - numberIn(b, 'x') / bn);
      }
      expect(numberIn(line, 'size3_difference')).toBeCloseTo(weighed / weight, 5);
    }
  });

  test('ranks by the largest p of those that are asked for', () => {
    const listed = catalogue.flatMap(({ comparisons }) => comparisons);
    expect(pairs.filter(({ family }) => family === 'listed')).toHaveLength(listed.length);
    pairs.slice(0, listed.length).forEach((line, i) => {
      if (line.difference === '') return;
      const within = (listed[i]?.within ?? []).map((segment) =>
        line[`${segment}_p`] !== '' &&
        numberIn(line, `${segment}_difference`) * numberIn(line, 'difference') > 0
          ? numberIn(line, `${segment}_p`)
          : 1,
      );
      expect(numberIn(line, 'p')).toBeCloseTo(Math.max(numberIn(line, 'p_counts'), ...within), 6);
    });
  });

  test('still has a line without numbers for a listed comparison whose counts are withheld', () => {
    const less = withholding(release, 'E12 employer_interviewed');
    const lines: readonly Line[] = strictCsv(comparisonsTable(less, publisher).csv);
    const [line, ...others] = lines.filter(
      ({ family, estimate_id }) => family === 'listed' && estimate_id === 'E12',
    );
    expect(others).toEqual([]);
    const empty = Object.entries(line ?? {}).filter(([, value]) => value === '');
    expect(empty.map(([name]) => name)).toEqual(
      expect.arrayContaining(['a_x', 'b_x', 'difference', 'lo', 'p', 'rank', 'family_size', 'decision']),
    );
    expect(line?.status).toBe('small_base');
    const sizes = (all: readonly Line[]) =>
      new Set(
        all.filter(({ family, rank }) => family === 'listed' && rank !== '').map((one) => one.family_size),
      );
    expect([...sizes(lines)].map(Number)).toEqual([...sizes(pairs)].map((size) => Number(size) - 1));
  });
});
