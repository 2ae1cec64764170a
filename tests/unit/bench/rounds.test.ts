import { expect, test } from 'vitest';
import { inTurn, median, withRange } from '../../../bench/measure/rounds.ts';

test('subjects are measured in turn, round by round', async () => {
  const order: string[] = [];
  const found = await inTurn(2, [{ name: 'ours' }, { name: 'theirs' }], ({ name }) => {
    order.push(name);
    return Promise.resolve(order.length);
  });
  expect(order).toEqual(['ours', 'theirs', 'ours', 'theirs']);
  expect(found.get('ours')).toEqual([1, 3]);
});

test.each([
  [[3], '3'],
  [[1250, 1402, 1210], '1,250 (1,210–1,402)'],
])('%j is told as %s', (values, told) => {
  expect(withRange(values)).toBe(told);
});

test('of two in the middle it is the mean, of none an error', () => {
  expect(median([1, 4, 2, 3])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
});
