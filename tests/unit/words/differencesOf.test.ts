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
    },
  ]);
});

test('of fewer both are below nought, with a true minus sign', () => {
  const [row] = differencesOf([worry([57, 274], [189, 369], 'b')]);
  expect(row).toMatchObject({ difference: '−30', range: '−37 to −23', said: true });
});

test('one that was not declared is in the list all the same, and is no finding', () => {
  const [row] = differencesOf([worry([48, 65], [221, 354], null)]);
  expect(row).toMatchObject({ difference: '11', range: '−1 to 22', said: false });
});
