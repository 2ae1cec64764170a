import { expect, test } from 'vitest';
import { addressOf, choiceIn, nearest } from '../../../src/components/results/client/choice.ts';
import { cuts } from '../../../src/release/comparisons/cuts.ts';

const choices = cuts.map(({ estimate, segment }) => ({ estimate: estimate.slug, by: segment.id }));

test('the address of every figure opens the explorer on that figure', () => {
  for (const choice of choices) {
    const url = new URL(addressOf(choice), 'https://site.invalid/results/');
    expect(url.hash).toBe('#explore');
    expect(nearest(choices, choiceIn(url.search))).toBe(choice);
  }
});

test.each([
  ['nothing', '', 'told-by-day', 'field4'],
  ['a figure that there is not', '?estimate=nobody&by=region3', 'told-by-day', 'field4'],
  ['a figure alone', '?estimate=waiting', 'waiting', 'field4'],
  ['groups that a figure is not cut by', '?estimate=waiting&by=stage3', 'waiting', 'field4'],
  ['groups alone', '?by=region3', 'told-by-day', 'field4'],
])('an address that names %s opens it on the nearest there is', (_, search, estimate, by) => {
  expect(nearest(choices, choiceIn(search))).toEqual({ estimate, by });
});

test('of no choices none is the nearest', () => {
  expect(() => nearest([], undefined)).toThrow('no figure');
});
