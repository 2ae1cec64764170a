import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canWrite, measure } from '../../../../src/charts/canvas/skia.ts';
import { labelWidth } from '../../../../src/charts/canvas/label.ts';
import { linkPage, MARGIN } from '../../../../src/charts/card/cardPage.ts';
import { letterHead, letterRoom } from '../../../../src/charts/card/letterCard.ts';

const width = linkPage.width - 2 * MARGIN;
/** As long as front matter allows: 90 characters, 80 in a name. */
const longest = [
  ['Why', 'No'],
  ['Donaudampfschifffahrtsgesellschaftskapitän', 'No'],
  [
    'What an employer owes the hundred people who were not chosen, and what it costs to say it',
    'The editors',
  ],
  [
    'WHY INTERVIEW FEEDBACK IS SO IMPORTANT FOR THE JOBSEEKERS OF TODAY, AND OF MANY MORE DAYS',
    'Maximiliane '.repeat(7).trim(),
  ],
] as const;

describe.each(longest)('the card of “%s”', (title, author) => {
  const head = letterHead({ title, author }, { measure });

  test('has every word of title and author', () => {
    expect(head.title.map(({ text }) => text).join(' ')).toBe(title);
    expect(head.author.map(({ text }) => text).join(' ')).toBe(author);
  });

  test('ends above the letter', () => {
    expect(Math.max(...head.author.map(({ y }) => y))).toBeLessThan(letterRoom.letter);
  });

  test('has a title whose small letters are 2.5 pixels tall in a thumbnail of 128', () => {
    for (const { size } of head.title) expect((size * 0.45 * 128) / linkPage.width).toBeGreaterThan(2.5);
  });

  test('is no wider than the card', () => {
    expect(title.length).toBeLessThanOrEqual(90);
    for (const { text, size } of head.title)
      expect(
        labelWidth(
          { size, typeface: 'serif', tracking: -0.022, runs: [{ text, weight: 500, colour: '' }] },
          measure,
        ),
      ).toBeLessThanOrEqual(width);
  });
});

test('the title of an essay of ours has small letters of 3.5 pixels in a thumbnail, and a short one of 5', () => {
  const smallest = ({ title }: { readonly title: string }) =>
    Math.min(...letterHead({ title, author: 'The editors' }, { measure }).title.map(({ size }) => size));
  const inThumbnail = (size: number) => (size * 0.45 * 128) / linkPage.width;
  expect(inThumbnail(smallest({ title: 'When a reason hurts' }))).toBeGreaterThan(5);
  const titles = globSync('src/content/essays/*.{md,mdx}').map((file) => {
    const [, title = ''] = /^title: (.*)$/m.exec(readFileSync(file, 'utf8')) ?? [];
    return { title };
  });
  expect(titles.length).toBeGreaterThan(5);
  for (const one of titles) expect(inThumbnail(smallest(one)), one.title).toBeGreaterThan(3.5);
});

test('what our typefaces cannot write is known, so that no card shows empty boxes', () => {
  expect(canWrite('“Why?” – a café’s answer: 5 €')).toBe(true);
  expect(canWrite('لماذا لا؟')).toBe(false);
  expect(canWrite('Łukasz')).toBe(false);
});
