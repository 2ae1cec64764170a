import { expect, test } from 'vitest';
import { beginningWords } from '../../../src/thread/latest.ts';

test.each([
  ['Nobody told me.', false, 'Nobody told me.'],
  ['Nobody told me anyth', true, 'Nobody told me …'],
  ['Two lines,\nand the third beg', true, 'Two lines,\nand the third …'],
  ['Donaudampfschifffahrt', true, 'Donaudampfschifffahrt …'],
])('“%s”, which goes on: %s', (text, cut, words) => {
  expect(beginningWords({ text, cut })).toBe(words);
});
