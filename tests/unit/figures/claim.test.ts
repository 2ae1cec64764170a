import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimTitle } from '../../../src/figures/claim.ts';
import { describe } from '../../../src/words/describe.ts';
import { figures } from '../../examples/figures.ts';
import { compare } from '../../../src/statistics/compare.ts';
import { worryClaim } from '../../examples/barsFigures.ts';
import { tooFew } from '../../examples/figureParts.ts';

test('“more often” is written of the group that has more, with both counts', () => {
  expect(claimTitle([worryClaim([60, 70], [120, 300])])).toBe(
    '60 of 70 employers who know of a claim worry about one, more often than those who know of none (120 of 300)',
  );
  expect(claimTitle([worryClaim([20, 70], [220, 300])])).toBe(
    '220 of 300 employers who know of none worry about one, more often than those who know of one (20 of 70)',
  );
});

test('when the range of the difference includes 0 the title says that the two cannot be told apart', () => {
  expect(claimTitle([worryClaim([48, 65], [221, 354])])).toBe(
    '48 of 65 employers who know of a claim worry about one, and 221 of 354 employers who know of none: the two cannot be told apart',
  );
});

test('a list of ten widens every range: what one comparison says, one of ten does not', () => {
  // The protocol’s vector (2.9): 56/70 against 48/80 leaves out 0 alone, and does not in a family of ten.
  expect(claimTitle([worryClaim([56, 70], [48, 80])])).toContain('more often');
  expect(claimTitle([worryClaim([56, 70], [48, 80], 10)])).toContain('cannot be told apart');
  const claims = [worryClaim([56, 70], [48, 80], 10)];
  expect(describe({ ...figures.bars.usual, claims }).differences[0]).toContain('−1 to 39 points, includes 0');
});

test('of several the largest difference is quoted, and wide ranges never are', () => {
  const [small, large] = [worryClaim([70, 100], [45, 100], 3), worryClaim([90, 100], [30, 100], 3)];
  expect(claimTitle([small, large])).toContain('90 of 100');
  expect(claimTitle([worryClaim([16, 31], [15, 30])])).toBeUndefined();
});

test('nothing is said of a group that is withheld', () => {
  const claim = worryClaim([60, 70], [120, 300]);
  const withheld = { ...claim, b: { ...claim.b, share: tooFew('b', 'employer', 'Employers') } };
  expect(claimTitle([withheld])).toBeUndefined();
  expect(describe({ ...figures.bars.usual, claims: [withheld] }).differences).toEqual([]);
});

test('whatever the counts, “more often” is claimed only where the difference leaves out 0, and of the right side', () => {
  const counts = fc
    .integer({ min: 30, max: 500 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(counts, counts, fc.integer({ min: 1, max: 20 }), ([xa, na], [xb, nb], family) => {
      const title = claimTitle([worryClaim([xa, na], [xb, nb], family)]) ?? '';
      const higher = compare({ x: xa, n: na }, { x: xb, n: nb }, family)?.higher ?? null;
      if (higher === null) expect(title).not.toContain('more often');
      else if (title !== '')
        expect(title.startsWith(higher === 'a' ? `${xa} of ${na}` : `${xb} of ${nb}`)).toBe(true);
    }),
  );
});
