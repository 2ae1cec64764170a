import { expect, test } from 'vitest';
import { dayFrom, dayInWords } from '../../../../src/components/survey/client/dates.ts';
import { frame } from '../../../../src/survey/frame.ts';

const noon = (year: number, month: number, day: number): Date => new Date(year, month - 1, day, 12);

test.each([
  [noon(2026, 11, 28), '14 October', '12 January 2027'],
  [noon(2026, 1, 10), '26 November 2025', '24 February'],
  [noon(2026, 11, 16), '2 October', '31 December'],
])('on %s the frame speaks of %s and of %s: the year is said when it is another', (today, last, fits) => {
  expect(dayInWords(-frame.days, today)).toBe(last);
  expect(dayInWords(frame.days, today)).toBe(fits);
});

test('a day on which the clocks change is still one day', () => {
  const before = new Date(2026, 2, 28, 0, 30);
  expect(dayFrom(before, 2).toDateString()).toBe('Mon Mar 30 2026');
});
