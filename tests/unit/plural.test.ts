import { expect, test } from 'vitest';
import { plural } from '../../scripts/owner/plural.ts';

test.each([
  [0, '0 responses'],
  [1, '1 response'],
  [1170, '1,170 responses'],
])('%d is said as %s', (n, words) => {
  expect(plural(n, 'response')).toBe(words);
});
