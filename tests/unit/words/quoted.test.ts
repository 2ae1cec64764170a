import { expect, it } from 'vitest';
import { quoted } from '../../../src/words/quoted.ts';

it('makes the quotation marks within a title single ones', () => {
  expect(quoted('“Legal won’t let us”: what the cases say')).toBe(
    '“‘Legal won’t let us’: what the cases say”',
  );
});
