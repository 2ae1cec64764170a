import { expect, test } from 'vitest';
import { LONGEST_WHOLE } from '../../../src/figures/finding.ts';
import { sentenceToPost, sharedTitle } from '../../../src/words/sharedTitle.ts';

test('made-up numbers say so first, where nothing cuts it off', () => {
  expect(sharedTitle('Half of them were told (20 of 40)', { madeUp: true })).toBe(
    'Sample data, made up: Half of them were told (20 of 40)',
  );
  expect(sharedTitle('Half of them were told (20 of 40)', { madeUp: false })).toBe(
    'Half of them were told (20 of 40)',
  );
});

test('a sentence to post says whose answers they are, without a bracket after a bracket', () => {
  const post = sentenceToPost(
    'Half of them were told (20 of 40)',
    { madeUp: false },
    'https://nobutwhy.example/',
  );
  expect(post).toBe(
    'Half of them were told (20 of 40). Answers of people who chose to take part: https://nobutwhy.example/',
  );
});

test('the longest title fits a post of 280 letters, in which an address counts as 23', () => {
  const post = sentenceToPost('x'.repeat(LONGEST_WHOLE), { madeUp: false }, 'x'.repeat(23));
  expect(post.length).toBeLessThanOrEqual(280);
});
