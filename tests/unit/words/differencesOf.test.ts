import { expect, test } from 'vitest';
import { differencesOf } from '../../../src/words/differencesOf.ts';
import { worry } from '../../examples/barsFigures.ts';

test('a comparison is a row: what of whom, both shares, the difference, its range, and whether it may be said', () => {
  expect(differencesOf([worry([189, 369], [57, 274], 'a')])).toEqual([
    {
      what: 'worry about one',
      a: { who: 'employers who know of a claim', share: '51% (189 of 369)' },
      b: { who: 'employers who know of none', share: '21% (57 of 274)' },
      difference: '30',
      range: '23 to 37',
      said: true,
      sentence:
        '51% of employers who know of a claim worry about one, against 21% of employers who know of none: 30 points more, range 23 to 37.',
    },
  ]);
});

test('of fewer it says so, with the range in the same direction', () => {
  const [row] = differencesOf([worry([57, 274], [189, 369], 'b')]);
  expect(row).toMatchObject({ difference: '−30', range: '−37 to −23', said: true });
  expect(row?.sentence).toMatch(/: 30 points fewer, range 23 to 37\.$/);
});

test('one that was not declared is in the list all the same, and is no finding', () => {
  const [row] = differencesOf([worry([48, 65], [221, 354], null)]);
  expect(row).toMatchObject({ difference: '11', range: '−1 to 22', said: false });
  expect(row?.sentence).toMatch(/: no clear difference\.$/);
});

test('a range that leaves out 0 is never said to begin at 0', () => {
  // 10 points, of which a hundredth of a point is left at the near end.
  const declared = { ...worry([110, 200], [90, 200], 'a'), lo: 0.0001 };
  expect(differencesOf([declared])[0]?.sentence).toContain('range less than 1 to');
});
