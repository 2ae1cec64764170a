import { describe, expect, test } from 'vitest';
import { candidate } from '../../../../src/release/disclosure/candidate.ts';
import { everybodyOf, type Partition } from '../../../../src/release/disclosure/partition.ts';
import type { ReleaseRequest } from '../../../../src/release/disclosure/protection.ts';
import { protectTable } from '../../../../src/release/disclosure/protectTable.ts';
import { canary } from '../../../../src/release/verify/canary.ts';
import { byField, group, overall } from '../disclosure/groups.ts';
import { due, history } from '../disclosure/history.ts';

describe('V3, the canary', () => {
  const november = [
    overall({ n: 140, x: { told: 60 }, added: {} }, { n: 0, x: { dk: 0 }, added: {} }),
    byField({ knowledge: group(90), care: group(50) }, group(0)),
  ];
  const past = () => history({ '2026-11': november });
  const now = (n: number, added: number) => group(n, 40, 20, { '2026-11': added });
  const december = (added: number) => ({
    release: '2026-12',
    partitions: [
      overall(
        { n: 140 + added, x: { told: 60 }, added: { '2026-11': added } },
        { n: 0, x: { dk: 0 }, added: { '2026-11': 0 } },
      ),
      byField({ knowledge: now(90 + added, added), care: now(50, 0) }, now(0, 0)),
    ],
    ...past(),
    due,
  });

  const ours = (request: ReleaseRequest) => (partition: Partition) => protectTable(partition, request).tables;

  test.each([0, 1, 5, 8, 9, 10, 30])('reports no table with %i changes pending', (added) => {
    const request = december(added);
    expect(canary(request, ours(request))).toEqual([]);
  });

  test('has nothing to compare with before the first release', () => {
    const request = { ...december(0), ...history({}) };
    expect(canary(request, ours(request))).toEqual([]);
  });

  const naive = (partition: Partition) => [candidate(partition, '2026-12').table];

  test.each([0, 3, 9])('tells on a publisher that renews at every change, with %i pending', (added) => {
    expect(canary(december(added), naive)).toEqual(['E1 job_seeker', 'E1 job_seeker field4']);
  });

  test('does not call ten changes few', () => {
    expect(canary(december(11), naive)).toEqual([]);
  });

  test('tries every person who could have come or left, and no other', () => {
    const cut = byField(
      {
        // Nobody without a reason to give: none of those with one can be missing.
        knowledge: { n: 92, x: { told: 40, reason: 0 }, added: { '2026-10': 2, '2026-11': 2 } },
        // All were told, and none are new since November.
        care: { n: 50, x: { told: 50, reason: 20 }, added: { '2026-10': 3, '2026-11': 0 } },
        // All are new.
        serving: { n: 2, x: { told: 1, reason: 1 }, added: { '2026-10': 2, '2026-11': 2 } },
      },
      { n: 0, x: { told: 0, reason: 0 }, added: { '2026-10': 0, '2026-11': 0 } },
    );
    const tried = new Set<string>();
    const before = { ...cut.categories, rest: cut.rest };
    canary({ ...december(0), partitions: [cut] }, ({ categories, rest }) => {
      for (const [code, { n, x, added }] of Object.entries({ ...categories, rest }))
        if (n !== before[code as keyof typeof before].n)
          tried.add([code, n, ...Object.values(x), ...Object.values(added)].join(' '));
      return [];
    });
    expect([...tried].toSorted()).toEqual(
      [
        'knowledge 93 41 1 3 3',
        'knowledge 93 40 0 3 3',
        'knowledge 91 40 0 1 1',
        'knowledge 91 40 0 2 2',
        'care 51 51 21 4 1',
        'care 51 50 20 4 1',
        'care 49 49 19 3 0',
        'serving 3 2 2 3 3',
        'serving 3 1 1 3 3',
        'serving 1 0 0 1 1',
        'serving 1 1 1 1 1',
        'rest 1 1 1 1 1',
        'rest 1 0 0 1 1',
      ].toSorted(),
    );
  });

  test('says of which table the tally does not know who is new', () => {
    const request = { ...december(0), partitions: november };
    expect(() => canary(request, ours(request))).toThrow('E1 job_seeker, (total): the tally does not say');
  });

  test('tries departures as well as arrivals', () => {
    const request = december(3);
    const onlyFewer = (partition: Partition) => {
      const n = everybodyOf(partition).reduce((sum, group_) => sum + group_.n, 0);
      const [table] = ours(request)(partition);
      if (table === undefined) throw new Error('expected a table');
      return n < 143 ? [{ ...table, vintage: '2026-12' }] : [table];
    };
    expect(canary(request, onlyFewer)).toEqual(['E1 job_seeker', 'E1 job_seeker field4']);
  });
});
