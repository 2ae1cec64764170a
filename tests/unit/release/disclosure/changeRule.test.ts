import { describe, expect, test } from 'vitest';
import { changeRule } from '../../../../src/release/disclosure/changeRule.ts';
import { REST, TOTAL } from '../../../../src/release/disclosure/ledger.ts';
import type { Group } from '../../../../src/release/disclosure/partition.ts';
import { byField, group, overall } from './groups.ts';
import { history } from './history.ts';

const since = (added: number) => ({ r1: added });
const now = (n: number, added: number): Group => group(n, undefined, undefined, since(added));
const first = byField({ knowledge: group(100), care: group(50), making: group(20) }, group(15));
const after = (knowledge: Group, care: Group, making: Group, rest: Group) =>
  byField({ knowledge, care, making }, rest);
const all = ['knowledge', 'care'];
const afterFirst = () => history({ r1: [first] }).ledger;

describe('P6', () => {
  test('renews what has no past', () => {
    expect(changeRule(first, all, history({}).ledger)).toBeNull();
  });

  test.each([
    ['ten came to one group', now(110, 10), now(50, 0), now(20, 0), now(15, 0)],
    ['ten left one group', now(90, 0), now(50, 0), now(20, 0), now(15, 0)],
    ['five came and five left', now(100, 5), now(50, 0), now(20, 0), now(15, 0)],
    ['ten came to those left over', now(100, 0), now(50, 0), now(26, 6), now(19, 4)],
    ['many came everywhere', now(150, 60), now(80, 40), now(29, 15), now(30, 20)],
  ])('renews when %s', (_, ...groups) => {
    expect(changeRule(after(...groups), all, afterFirst())).toBeNull();
  });

  test.each([
    ['nine came', TOTAL, now(109, 9), now(50, 0), now(20, 0), now(15, 0)],
    ['one left', TOTAL, now(100, 0), now(50, 0), now(20, 0), now(14, 0)],
    ['four came and four left', TOTAL, now(100, 4), now(50, 0), now(20, 0), now(15, 0)],
    ['ten came, one of them to another group', 'knowledge', now(109, 9), now(51, 1), now(20, 0), now(15, 0)],
    ['many came and one left another group', 'care', now(160, 60), now(49, 0), now(20, 0), now(15, 0)],
    ['many came and one to those left over', REST, now(160, 60), now(50, 0), now(21, 1), now(15, 0)],
    ['many came and nine to those left over', REST, now(160, 60), now(50, 0), now(24, 4), now(20, 5)],
  ])('holds when %s', (_, groupName, ...groups) => {
    const hold = changeRule(after(...groups), all, afterFirst());
    expect(hold?.since).toBe('r1');
    expect(hold?.group).toBe(groupName);
  });

  test('holds a category that moved into publication to those left over with it', () => {
    const moved = (rest: Group) => after(now(120, 20), now(50, 0), now(32, 12), rest);
    const three = ['knowledge', 'care', 'making'];
    expect(changeRule(moved(now(15, 0)), three, afterFirst())).toBeNull();
    expect(changeRule(moved(now(18, 3)), three, afterFirst())).toBeNull();
    const few = after(now(120, 20), now(50, 0), now(23, 3), now(15, 0));
    expect(changeRule(few, three, afterFirst())).toEqual({ group: REST, since: 'r1' });
  });

  test('holds a category that moved out of publication in the same way', () => {
    const fewer = (left: number) => after(now(120, 20), now(50 - left, 0), now(20, 0), now(15, 0));
    expect(changeRule(fewer(9), ['knowledge'], afterFirst())).toEqual({ group: REST, since: 'r1' });
    expect(changeRule(fewer(25), ['knowledge'], afterFirst())).toBeNull();
  });

  test('looks back to every release, not the last one alone', () => {
    const none = group(0, 0, 0, { r1: 0, r2: 0 });
    const step = (n: number, added: Group['added']) =>
      byField({ knowledge: group(n, undefined, undefined, added) }, none);
    const past = history({ r1: [step(100, {})], r2: [step(112, { r1: 12 })] });
    // The twelve left again and three came: fifteen since r2, but three since r1.
    const third = step(103, { r1: 3, r2: 3 });
    expect(changeRule(third, ['knowledge'], past.ledger)).toEqual({ group: TOTAL, since: 'r1' });
  });

  test('holds tables of the same people to each other', () => {
    const answered = (n: number, added: Group['added']) =>
      overall({ n, x: { yes: 50, no: n - 50 }, added }, { n: 0, x: { dk: 0 }, added: { r1: 0, r2: 0 } });
    const cut = (n: number, added: Group['added']) =>
      byField({ knowledge: group(n, 50, 20, added) }, group(0, 0, 0, { r1: 0, r2: 0 }));
    const past = history({
      r1: [answered(100, {}), cut(100, {})],
      // Overall alone is released again.
      r2: [answered(112, { r1: 12 })],
    });
    const five = cut(117, { r1: 17, r2: 5 });
    expect(changeRule(five, ['knowledge'], past.ledger)).toEqual({ group: TOTAL, since: 'r2' });
    expect(changeRule(cut(122, { r1: 22, r2: 10 }), ['knowledge'], past.ledger)).toBeNull();
  });

  test('does not hold a table to what another one did not show', () => {
    const stages = (n: number, added: Group['added'], more: Group['added']) =>
      byField(
        {
          interviewed: { ...group(n, 10, 2, added), population: 'interviewed' },
          applied: group(90, 40, 20, more),
        },
        group(20, 2, 1, more),
        { table: 'E1 job_seeker stage3', segment: 'stage3' },
      );
    const interviewed = (n: number, added: Group['added']) =>
      overall(
        { n, x: { yes: 8 }, added },
        { n: 0, x: { dk: 0 }, added: { r1: 0 } },
        { population: 'interviewed' },
      );
    const hidden = history({ r1: [stages(28, {}, {})] });
    const shown = history({ r1: [stages(31, {}, {})] });
    expect(changeRule(interviewed(36, { r1: 8 }), ['answered'], hidden.ledger)).toBeNull();
    expect(changeRule(interviewed(36, { r1: 5 }), ['answered'], shown.ledger)).toEqual({
      group: TOTAL,
      since: 'r1',
    });
    expect(() => changeRule(interviewed(36, {}), ['answered'], shown.ledger)).toThrow(
      'E1 job_seeker, (total) (as in E1 job_seeker stage3): the tally does not say',
    );
  });

  test('does not hold an overall table for those beside the base, whose counts it prints', () => {
    const table = (n: number, dk: number, added: number, addedDk: number) =>
      overall({ n, x: { yes: 50 }, added: since(added) }, { n: dk, x: { dk }, added: since(addedDk) });
    const past = history({
      r1: [overall({ n: 100, x: { yes: 50 }, added: {} }, { n: 5, x: { dk: 5 }, added: {} })],
    });
    expect(changeRule(table(110, 6, 10, 1), ['answered'], past.ledger)).toBeNull();
    expect(changeRule(table(109, 6, 9, 1), ['answered'], past.ledger)).toEqual({
      group: 'answered',
      since: 'r1',
    });
  });

  test('stops when the tally does not say who is new', () => {
    const silent = byField({ knowledge: group(120), care: group(50), making: group(20) }, group(15));
    expect(() => changeRule(silent, all, afterFirst())).toThrow(
      'E1 job_seeker field4, (total): the tally does not say who is new since r1',
    );
  });

  test('stops when more people are left than can be', () => {
    const impossible = after(now(120, 19), now(50, 0), now(20, 0), now(15, 0));
    expect(() => changeRule(impossible, all, afterFirst())).toThrow(
      'The ledger and the database are not of the same survey',
    );
  });
});
