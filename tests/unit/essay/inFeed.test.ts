import { expect, test } from 'vitest';
import { inFeed } from '../../../src/essay/inFeed.ts';

test('a feed holds the 30 newest essays, and all where there are fewer', () => {
  const essays = Array.from({ length: 31 }, (_, n) => `essay ${n}`);
  expect(inFeed(essays)).toEqual(essays.slice(0, 30));
  expect(inFeed(essays.slice(0, 11))).toHaveLength(11);
});
