import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASKED, countName } from '../../../../src/release/counts.ts';
import { openLedger } from '../../../../src/release/disclosure/ledger.ts';
import type { Partition } from '../../../../src/release/disclosure/partition.ts';
import { protect } from '../../../../src/release/disclosure/protect.ts';
import { protectTable } from '../../../../src/release/disclosure/protectTable.ts';
import type { ReleaseRequest } from '../../../../src/release/disclosure/protection.ts';
import { implies } from '../../../../src/release/implies.ts';
import { overallPartition } from '../../../../src/release/partitions/overallPartition.ts';
import { nestedSeries } from '../../../../src/release/nestedSeries.ts';
import { tables } from '../../../../src/release/tables.ts';
import { attackAnswers } from '../../../../src/release/verify/attackAnswers.ts';
import { scan } from '../../../../src/release/verify/scan.ts';
import { verifyRelease } from '../../../../src/release/verify/verifyRelease.ts';
import { due, history } from './history.ts';
import { all, either } from '../../../../src/survey/condition.ts';

const inTheEnd = 'E3 job_seeker_interviewed';
const atNo = 'E3 job_seeker_interviewed_at_no';
const told = 'E11 job_seeker_interviewed';
const release = '2027-01';

const definitionOf = (name: string) => {
  const found = tables.find((one) => one.name === name);
  if (found === undefined) throw new Error(`No table ${name}.`);
  return found;
};

/** A table of a series with these answers, the others nobody’s, and so many who gave none. */
function partition(name: string, x: Readonly<Record<string, number>>, rest = 0): Partition {
  const table = definitionOf(name);
  const unsaid = Object.fromEntries(table.series.asides.slice(0, 1).map(({ code }) => [code, rest]));
  const asked = Object.values({ ...x, ...unsaid }).reduce((sum, n) => sum + n, 0);
  const many = new Map(
    Object.entries({ ...x, ...unsaid, [ASKED]: asked }).map(([code, n]) => [
      countName(table.counted, code),
      n,
    ]),
  );
  const count = (names: readonly string[]) => names.reduce((sum, one) => sum + (many.get(one) ?? 0), 0);
  return overallPartition(table, {
    releases: [],
    screenedOut: { n: 0, x: {}, added: {} },
    where: () => ({ count, added: () => ({}) }),
  });
}

const requestOf = (partitions: readonly Partition[]): ReleaseRequest => ({
  release,
  partitions,
  earlier: [],
  ledger: openLedger([]),
  due,
});

/** What stands in each place of a table: a number, or why there is none. */
function shownIn(partitions: readonly Partition[], name: string, request = requestOf(partitions)) {
  const group = protect(request).tables.find(({ table }) => table === name)?.groups.answered;
  if (group?.status === 'few_answers') return group.headlines;
  if (group?.status !== 'published') return group?.status;
  const text = (cells: typeof group.cells) =>
    Object.fromEntries(
      Object.entries(cells).map(([code, cell]) => [code, cell.status === 'published' ? cell.x : cell.status]),
    );
  return { ...text(group.cells), headline: text(group.headlines ?? {}).specific };
}

/** The two steps of the ladder where so many were lifted to a reason about them from each of the lower rungs. */
const steps = (none: number, form: number, generic: number): readonly Partition[] => [
  partition(inTheEnd, {
    none: 100,
    form: 60,
    generic: 24,
    specific: 40 + none + form + generic,
    actionable: 30,
  }),
  partition(atNo, { none: 100 + none, form: 60 + form, generic: 24 + generic, specific: 40, actionable: 30 }),
];

describe('P11, two series of the same people', () => {
  test('print both where nobody or at least five lie between their answers', () => {
    const all = { none: 100, form: 66, generic: 30, specific: 40, actionable: 30, headline: 70 };
    expect(shownIn(steps(0, 6, 6), atNo)).toEqual(all);
    expect(shownIn(steps(0, 5, 6), atNo)).toEqual({ ...all, form: 65 });
  });

  test('hide the second number where one to four do, and one beside it, or it follows', () => {
    const four = shownIn(steps(0, 6, 4), atNo);
    expect(four).toMatchObject({ generic: 'withheld', form: 'withheld', none: 100, headline: 70 });
    expect(shownIn(steps(0, 6, 4), inTheEnd)).toMatchObject({ form: 60, generic: 24, headline: 80 });
    expect(shownIn(steps(1, 6, 6), atNo)).toMatchObject({ none: 'withheld', form: 'withheld', generic: 30 });
  });

  test('hide the headline where all that asking added are one to four', () => {
    expect(shownIn(steps(0, 0, 3), atNo)).toMatchObject({ headline: 'withheld' });
  });

  test('and the whole second series where nothing helps', () => {
    const beside = [
      partition(told, { told: 38, not_told: 62 }),
      partition(inTheEnd, { none: 60, form: 38, specific: 2 }),
    ];
    expect(shownIn(beside, told)).toEqual({ told: 38, not_told: 62, headline: undefined });
    expect(shownIn(beside, inTheEnd)).toBe('withheld');
  });

  test('from 10 to 29 answers too', () => {
    const few = (added: number): readonly Partition[] => [
      partition(inTheEnd, { none: 12, form: 8 - added, specific: 6 + added }),
      partition(atNo, { none: 12, form: 8, specific: 6 }),
    ];
    expect(shownIn(few(3), inTheEnd)).toEqual({ specific: 9 });
    expect(shownIn(few(3), atNo)).toBe('small_base');
    expect(shownIn(few(5), atNo)).toEqual({ specific: 6 });
    expect(shownIn(few(0), atNo)).toEqual({ specific: 6 });
  });

  test('who answered one of the two alone is not in it', () => {
    // Two who did not say what came with the no were given a reason about them later.
    const partitions = [
      partition(inTheEnd, { none: 100, form: 60, generic: 24, specific: 50, actionable: 30 }, 10),
      partition(atNo, { none: 100, form: 60, generic: 32, specific: 40, actionable: 30 }, 12),
    ];
    expect(shownIn(partitions, atNo)).toMatchObject({ generic: 32, headline: 70 });
  });

  test('nor is a table that is carried over: it is of other people', () => {
    const { earlier, ledger } = history({ '2026-12': steps(0, 6, 6) });
    const later = (one: Partition, came: number, saidNothing: number): Partition => {
      const { answered } = one.categories;
      if (answered === undefined) throw new Error('expected a group');
      const added = (n: number) => ({ '2026-12': n });
      return {
        ...one,
        categories: { answered: { ...answered, added: added(came) } },
        rest: { ...one.rest, added: added(saidNothing) },
      };
    };
    const now = [
      later(partition(inTheEnd, { none: 106, form: 60, generic: 28, specific: 52, actionable: 30 }), 10, 0),
      later(partition(atNo, { none: 105, form: 66, generic: 30, specific: 40, actionable: 30 }, 5), 5, 5),
    ];
    const request = { release, partitions: now, earlier, ledger, due };
    expect(shownIn(now, inTheEnd, request)).toMatchObject({ none: 106, generic: 28 });
    expect(shownIn(now, atNo, request)).toMatchObject({ none: 100, generic: 30 });
  });

  test('are these pairs and others, and none of cuts', () => {
    const names = nestedSeries().map(({ first, second }) => `${first} | ${second}`);
    expect(names).toContain(`${inTheEnd} | ${atNo}`);
    expect(names).toContain(`${told} | ${inTheEnd}`);
    expect(names).toContain('E3 employer_interviewed | E3 employer_interviewed_at_no');
    const cuts = tables.filter(({ segment }) => segment !== null);
    const nested = cuts.flatMap((a) =>
      cuts.filter((b) => {
        if (a === b || a.segment !== b.segment || a.series.base.id !== b.series.base.id) return false;
        const headlines = ({ series: { base, cells, indicators } }: typeof a) =>
          indicators.map((one) =>
            all(
              base.where,
              either(...cells.filter(({ code }) => one.cells.includes(code)).map(({ where }) => where)),
            ),
          );
        return headlines(a).some((inner) =>
          headlines(b).some((outer) => implies(a.series.side, inner, outer)),
        );
      }),
    );
    expect(nested.map(({ name }) => name)).toEqual([]);
  });
});

/** How many rows of numbers are independent of each other. */
function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const at = left.findIndex((row, i) => i >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    const pivot = left[at];
    const top = left[rank];
    if (pivot === undefined || top === undefined) continue;
    [left[at], left[rank]] = [top, pivot];
    for (const [i, row] of left.entries()) {
      const factor = i === rank ? 0 : (row[column] ?? 0) / (pivot[column] ?? 1);
      if (factor !== 0) left[i] = row.map((x, j) => x - factor * (pivot[j] ?? 0));
    }
    rank += 1;
  }
  return rank;
}

const pair = nestedSeries().find(({ first, second }) => first === inTheEnd && second === atNo);
if (pair === undefined) throw new Error('The two steps of the ladder are no pair.');
const { people } = pair;

/** The two tables of so many people of each kind. */
function tablesOf(many: readonly number[]): readonly Partition[] {
  const counted = (which: 'first' | 'second') => {
    const x: Record<string, number> = {};
    let rest = 0;
    for (const [i, one] of people.entries()) {
      const code = one[which];
      if (code === null) rest += many[i] ?? 0;
      else x[code] = (x[code] ?? 0) + (many[i] ?? 0);
    }
    return { x, rest };
  };
  return (
    [
      ['first', inTheEnd],
      ['second', atNo],
    ] as const
  ).map(([which, name]) => {
    const { x, rest } = counted(which);
    return partition(name, x, rest);
  });
}

/** Which kinds every printed number counts, a row each. */
function printedRows(partitions: readonly Partition[]): readonly (readonly number[])[] {
  const rows: number[][] = [];
  for (const [i, { groups, rest }] of protect(requestOf(partitions)).tables.entries()) {
    const which = i === 0 ? 'first' : 'second';
    const row = (isIn: (code: string | null) => boolean) =>
      rows.push(people.map((one) => (isIn(one[which]) ? 1 : 0)));
    const { answered } = groups;
    if (answered === undefined || answered.status === 'withheld' || answered.status === 'small_base')
      continue;
    row((code) => code !== null);
    if (rest?.status === 'published') row((code) => code === null);
    const headline =
      answered.status === 'few_answers' ? answered.headlines.specific : answered.headlines?.specific;
    if (typeof headline === 'number' || headline?.status === 'published')
      row((code) => code === 'specific' || code === 'actionable');
    if (answered.status === 'published')
      for (const [name, cell] of Object.entries(answered.cells))
        if (cell.status === 'published') row((code) => code === name);
  }
  return rows;
}

test('whoever tries every group of one to four who answered both finds that none follows from what is printed', () => {
  const isOfBoth = people.map(({ first, second }) => first !== null && second !== null);
  let hidden = 0;
  const few = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 40 }));
  fc.assert(
    fc.property(fc.array(few, { minLength: people.length, maxLength: people.length }), (many) => {
      const partitions = tablesOf(many);
      const rows = printedRows(partitions);
      hidden += rows.length < 14 ? 1 : 0;
      const rank = rankOf(rows);
      for (let group = 1; group < 2 ** people.length; group += 1) {
        const own = people.map((_, i) => (group >> i) & 1);
        // Whoever is nobody may be in a group, or not.
        if (own.some((is, i) => is === 1 && (many[i] === 0 || isOfBoth[i] !== true))) continue;
        const n = own.reduce((sum, is, i) => sum + is * (many[i] ?? 0), 0);
        if (n < 1 || n > 4) continue;
        expect(rankOf([...rows, own]), `${own.join('')} of ${many.join(' ')}`).toBe(rank + 1);
      }
    }),
    { numRuns: 60 },
  );
  expect(hidden).toBeGreaterThan(20);
});

describe('the attack on answers', () => {
  const naive = (partitions: readonly Partition[]) =>
    partitions.flatMap((one) => protectTable(one, requestOf(partitions)).tables);

  test('finds who lies between two answers, by a number or by what is left of the others', () => {
    const found = (partitions: readonly Partition[]) =>
      attackAnswers(release, naive(partitions)).map(
        ({ table, group, people: n }) => `${table}, ${group}: ${n}`,
      );
    expect(found(steps(0, 6, 4))).toEqual([`${atNo}, generic without generic of ${inTheEnd}: 4`]);
    expect(found(steps(0, 0, 3))).toContain(
      `${inTheEnd}, specific and actionable without specific and actionable of ${atNo}: 3`,
    );
    expect(found(steps(0, 5, 6))).toEqual([]);
  });

  test('leaves out who answered one of the two alone, and who is seen to be nobody', () => {
    const found = (end: Readonly<Record<string, number>>, rest: number) =>
      attackAnswers(
        release,
        naive([partition(told, { told: 40, not_told: 60 }), partition(inTheEnd, end, rest)]),
      ).map(({ people: n }) => n);
    // Two were told, and did not say what; the 60 who were not told are the 60 who heard nothing.
    expect(found({ none: 60, form: 38 }, 2)).toEqual([]);
    expect(found({ none: 58, form: 40, specific: 2 }, 0)).toContain(2);
  });

  test('finds nothing in what the rule leaves', () => {
    for (const [none, form, generic] of [
      [1, 2, 3],
      [4, 0, 9],
      [0, 0, 1],
      [2, 2, 2],
    ] as const)
      expect(attackAnswers(release, protect(requestOf(steps(none, form, generic))).tables)).toEqual([]);
  });

  test('stops a release that is made without the rule', () => {
    const request = requestOf(steps(0, 6, 4));
    const made = protect(request);
    expect(scan(made.tables)).toEqual([]);
    expect(() => {
      verifyRelease(request, made);
    }).not.toThrow();
    expect(() => {
      verifyRelease(request, { ...made, tables: naive(request.partitions) });
    }).toThrow(
      `Nothing was written: ${atNo}, generic without generic of ${inTheEnd}: between 2027-01 and 2027-01 a reader could single out fewer than ten people.`,
    );
  });
});
