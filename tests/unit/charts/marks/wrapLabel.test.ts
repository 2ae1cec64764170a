import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wrapLabel } from '../../../../src/charts/marks/wrapLabel.ts';

/** Ten pixels a letter, whatever the font: only that words have a width matters here. */
const measure = (text: string): number => 10 * text.length;
const wrap = (text: string, width: number) => wrapLabel(text, 14, width, measure);

it('evens lines out instead of leaving a word alone on the last', () => {
  expect(wrap('Legal, consulting and other professional services', 410)).toEqual([
    'Legal, consulting and other',
    'professional services',
  ]);
});

it('takes as few lines as fit, and loses no word', () => {
  const word = fc.stringMatching(/^[a-z]{1,9}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 90, max: 400 }),
      (words, width) => {
        const lines = wrap(words.join(' '), width);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        // Filled from the left, which takes the fewest lines there can be.
        let [fewest, used] = [1, -10];
        for (const { length } of words)
          if (used + 10 + 10 * length <= width) used += 10 + 10 * length;
          else [fewest, used] = [fewest + 1, 10 * length];
        expect(lines.length).toBe(fewest);
      },
    ),
  );
});
