import { describe, expect, test } from 'vitest';
import { openLedger, REST, TOTAL, type LedgerRow } from '../../../../src/release/disclosure/ledger.ts';
import type { Group } from '../../../../src/release/disclosure/partition.ts';
import { attack } from '../../../../src/release/verify/attack.ts';
import { group } from '../disclosure/groups.ts';

/** Rows as a publisher without rules would leave them: everything shown, every time. */
function rows(
  release: string,
  groups: Readonly<Record<string, Group>>,
  rest: Group,
  hidden: readonly string[] = [],
) {
  const name = 'E1 job_seeker field4';
  const all = [...Object.values(groups), rest];
  const sum = (pick: (one: Group) => number) => all.reduce((total, one) => total + pick(one), 0);
  const row = (category: string, n: number, added: Group['added'], shown: boolean): LedgerRow => ({
    release,
    table: name,
    category,
    population: category === TOTAL ? 'everybody' : `${name} ${category}`,
    n,
    x: {},
    added: { ...added },
    shown,
  });
  const since = Object.keys(rest.added);
  return [
    row(
      TOTAL,
      sum(({ n }) => n),
      Object.fromEntries(since.map((key) => [key, sum(({ added }) => added[key] ?? 0)])),
      true,
    ),
    ...Object.entries(groups).map(([code, { n, added }]) => row(code, n, added, !hidden.includes(code))),
    row(REST, rest.n, rest.added, false),
  ];
}

describe('V2, the attacker', () => {
  const before = rows('r1', { knowledge: group(60), care: group(40) }, group(0));
  const after = (knowledge: Group, care: Group, rest: Group, hidden: readonly string[] = []) =>
    attack(openLedger([...before, ...rows('r2', { knowledge, care }, rest, hidden)])).map(
      ({ group: name, from, to, people }) => `${name} ${from}–${to}: ${people}`,
    );
  const now = (n: number, added: number) => group(n, 0, 0, { r1: added });

  test('finds nothing when every change is ten people or none', () => {
    expect(after(now(70, 10), now(40, 0), now(0, 0))).toEqual([]);
    expect(after(now(60, 0), now(30, 0), now(10, 10))).toEqual([]);
  });

  test('finds one person in a category, in those left over and in the total', () => {
    expect(after(now(61, 1), now(40, 0), now(0, 0))).toEqual(['(total) r1–r2: 1', 'knowledge r1–r2: 1']);
    expect(after(now(80, 20), now(40, 0), now(9, 9))).toEqual(['(rest) r2–r2: 9', '(rest) r1–r2: 9']);
    expect(after(now(80, 20), now(39, 0), now(0, 0))).toEqual(['care r1–r2: 1']);
  });

  test('learns nothing of a few people from a cut that shows no group, and of nine from one that shows any', () => {
    const few = (hidden: readonly string[]) =>
      attack(openLedger(rows('r1', { knowledge: group(30), care: group(2) }, group(7), hidden)));
    expect(attack(openLedger(rows('r1', { knowledge: group(2) }, group(4), ['knowledge'])))).toEqual([]);
    expect(few(['care']).map(({ group: name, people }) => `${name}: ${people}`)).toEqual(['(rest): 9']);
  });

  test('finds arrivals that departures hide', () => {
    expect(after(now(60, 4), now(40, 0), now(0, 0))).toEqual(['(total) r1–r2: 8', 'knowledge r1–r2: 8']);
  });

  test('finds a small group that was printed', () => {
    expect(
      attack(openLedger(rows('r1', { knowledge: group(3), care: group(40) }, group(0)))).map(
        ({ people }) => people,
      ),
    ).toEqual([3]);
  });

  test('takes a category that left publication together with those left over', () => {
    expect(after(now(90, 30), now(37, 0), now(0, 0), ['care'])).toEqual(['(rest) r1–r2: 3']);
    expect(after(now(90, 30), now(37, 0), now(10, 10), ['care'])).toEqual([]);
  });

  test('compares tables of the same people', () => {
    const other = (release: string, n: number, added: Group['added']): LedgerRow => ({
      release,
      table: 'E1 job_seeker region',
      category: TOTAL,
      population: 'everybody',
      n,
      x: {},
      added: { ...added },
      shown: true,
    });
    const rest = { ...other('r2', 0, { r1: 0 }), category: REST, population: 'none', shown: false };
    const found = (n: number, added: number) =>
      attack(openLedger([...before, other('r2', n, { r1: added }), rest])).map(({ table: name, people }) => [
        name,
        people,
      ]);
    expect(found(107, 7)).toEqual([['E1 job_seeker region', 7]]);
    expect(found(110, 10)).toEqual([]);
    expect(found(100, 0)).toEqual([]);
  });

  /** An overall table; of both its groups, so many are new since the first release. */
  const overall = (release: string, answered: number, left: number, added?: readonly [number, number]) => {
    const row = (category: string, n: number, came: number): LedgerRow => ({
      release,
      table: 'E1 job_seeker',
      category,
      population: `${category} of E1`,
      n,
      x: {},
      added: added === undefined ? {} : { r1: came },
      shown: true,
    });
    const [answeredSince, leftSince] = added ?? [0, 0];
    return [
      row(TOTAL, answered + left, answeredSince + leftSince),
      row('answered', answered, answeredSince),
      row(REST, left, leftSince),
    ];
  };

  test('takes those beside an overall table for what they are: printed, by reason', () => {
    expect(attack(openLedger(overall('r1', 40, 3)))).toEqual([]);
    const found = (after: readonly LedgerRow[]) => attack(openLedger([...overall('r1', 40, 3), ...after]));
    expect(found(overall('r2', 40, 3, [0, 0]))).toEqual([]);
    // Two more who do not know are printed as such: there is nothing to subtract.
    expect(found(overall('r2', 50, 5, [10, 2]))).toEqual([]);
    const elsewhere = overall('r2', 50, 5, [10, 2]).map((row) => ({ ...row, table: 'E2 job_seeker' }));
    expect(found(elsewhere)).toEqual([]);
  });

  test('names a small group once, not again as the total', () => {
    const small = attack(openLedger(rows('r1', { knowledge: group(5) }, group(0))));
    expect(small.map(({ group: name }) => name)).toEqual(['knowledge']);
  });

  test('compares neither tables of one release nor numbers that were not printed', () => {
    const both = rows('r1', { rest_of_world: group(60), europe: group(33) }, group(0)).map((row) => ({
      ...row,
      table: 'E1 job_seeker region',
    }));
    expect(attack(openLedger([...before, ...both]))).toEqual([]);
    const hidden: LedgerRow = {
      release: 'r2',
      table: 'E2 job_seeker',
      category: 'told',
      population: 'everybody',
      n: 107,
      x: {},
      added: { r1: 7 },
      shown: false,
    };
    const total = { ...hidden, category: TOTAL, population: 'other', shown: true };
    const rest = { ...hidden, category: REST, population: 'none', n: 0, added: { r1: 0 }, shown: true };
    expect(attack(openLedger([...before, total, hidden, rest]))).toEqual([]);
  });

  test('does not guess what the ledger leaves out', () => {
    const silent = rows('r2', { knowledge: group(60), care: group(40) }, group(0));
    expect(() => attack(openLedger([...before, ...silent]))).toThrow(
      'E1 job_seeker field4, (total): the tally does not say who is new since r1',
    );
  });
});
