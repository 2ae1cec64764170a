import { expect, test } from 'vitest';
import { hoursInWords, hoursRange, rangeBeside } from '../../../src/figures/hoursInWords.ts';

test.each([
  [{ from: 0, to: 1 }, 'up to 1 hour'],
  [{ from: 2, to: 2 }, '2 hours'],
  [{ from: 9, to: 10 }, '9 to 10 hours'],
  [{ from: 81, to: null }, 'more than 80 hours'],
])('%j is written as a reader would say it: %s', (hours, text) => {
  expect(hoursInWords(hours)).toBe(text);
});

test.each([
  [{ from: 2, to: 2 }, { from: 3, to: 3 }, '2 to 3 hours'],
  [{ from: 2, to: 2 }, { from: 2, to: 2 }, '2 hours'],
  [{ from: 6, to: 8 }, { from: 11, to: 15 }, '6–8 to 11–15 hours'],
  [{ from: 41, to: 80 }, { from: 81, to: null }, '41–80 to more than 80 hours'],
  [{ from: 81, to: null }, { from: 81, to: null }, 'more than 80 hours'],
])('the range from %j to %j is %s', (lo, hi, text) => {
  expect(hoursRange(lo, hi)).toBe(text);
});

test('a range no wider than the middle answer is called the same', () => {
  const [middle, next] = [
    { from: 6, to: 8 },
    { from: 9, to: 10 },
  ] as const;
  expect(rangeBeside(middle, { lo: middle, hi: middle })).toBe('range the same');
  expect(rangeBeside(middle, { lo: middle, hi: next })).toBe('range 6–8 to 9–10 hours');
});
