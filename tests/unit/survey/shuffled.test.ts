import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shuffled } from '../../../src/survey/shuffled.ts';

const isLast = (item: string) => item === 'other' || item === 'none';
const list = ['a', 'b', 'other', 'c', 'none', 'd'];

test('Shuffling keeps every item once, and what stands last stays last in its own order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), (numbers) => {
      let next = 0;
      const mixed = shuffled(list, isLast, () => numbers[next++] ?? 0);
      expect(mixed.slice(4)).toEqual(['other', 'none']);
      expect(mixed.slice(0, 4).toSorted()).toEqual(['a', 'b', 'c', 'd']);
    }),
  );
});

test('Every order is equally likely', () => {
  const orders = new Map<string, number>();
  const thirds = [0, 1 / 3, 2 / 3];
  for (const second of [0, 0.5])
    for (const third of thirds) {
      const numbers = [0, second, third];
      const order = shuffled(
        ['a', 'b', 'c'],
        () => false,
        () => numbers.shift() ?? 0,
      ).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
  expect([...orders.values()]).toEqual([1, 1, 1, 1, 1, 1]);
});
