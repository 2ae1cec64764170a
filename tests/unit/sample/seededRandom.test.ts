import { describe, expect, test } from 'vitest';
import { randomPick, randomReceipt, randomShare, randomUuid } from '../../../src/sample/seededRandom.ts';

describe('a draw is the same for ever', () => {
  // Computed once with coreutils: printf '["seed","employer",0,"e_role"]' | sha256sum
  const path = ['seed', 'employer', 0, 'e_role'];
  const sha256 = 'e4ffd274f12907fb097421b9339f59ebb8fac84543493c9dce953094a5593bd5';

  test('it is the SHA-256 of its path', () => {
    expect(randomReceipt(path)).toBe(sha256);
    expect(randomShare(path)).toBe(Number.parseInt(sha256.slice(0, 12), 16) / 2 ** 48);
  });

  test('paths that read alike are not the same path', () => {
    expect(randomShare(['a/b', 'c'])).not.toBe(randomShare(['a', 'b/c']));
    expect(randomShare(['a', 1])).not.toBe(randomShare(['a', '1']));
  });

  test('an id is a UUID of version 4, in small letters', () => {
    for (let index = 0; index < 100; index += 1)
      expect(randomUuid(['seed', index])).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
  });
});

test('shares lie between 0 and 1 and fill it evenly', () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let index = 0; index < 10_000; index += 1) {
    const tenth = Math.floor(randomShare(['even', index]) * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  // Chi-squared with 9 degrees of freedom is above 27.88 once in a thousand; the numbers are fixed, so the test cannot fail by chance.
  const chiSquared = tenths.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(tenths).toHaveLength(10);
  expect(chiSquared).toBeLessThan(27.88);
});

describe('a weighted pick', () => {
  test('takes each name as often as its weight says', () => {
    const count: Record<string, number> = { often: 0, seldom: 0, never: 0 };
    for (let index = 0; index < 4000; index += 1) {
      const name = randomPick(
        [
          ['often', 3],
          ['never', 0],
          ['seldom', 1],
        ],
        ['pick', index],
      );
      count[name] = (count[name] ?? 0) + 1;
    }
    expect(count.never).toBe(0);
    expect((count.often ?? 0) / 4000).toBeCloseTo(0.75, 1);
  });

  test('throws when there is nothing to pick', () => {
    expect(() => randomPick([['never', 0]], ['a', 7, 'b'])).toThrow(
      'There is nothing to draw for a, 7, b: every weight is zero.',
    );
    expect(() => randomPick([], ['a'])).toThrow('every weight is zero');
  });
});
