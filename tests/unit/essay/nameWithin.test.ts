import { expect, test } from 'vitest';
import { nameWithin } from '../../../src/essay/nameWithin.ts';
import { site } from '../../../src/site.ts';

test.each([
  [site.byline, 'the editors'],
  [site.guest, 'a guest'],
  ['Nadia Haddad', 'Nadia Haddad'],
  ['The Editors of a journal', 'The Editors of a journal'],
])('%s is named within a sentence as %s', (name, within) => {
  expect(nameWithin(name)).toBe(within);
});
