import { describe, expect, test } from 'vitest';
import { font, labelWidth } from '../../../../src/charts/canvas/label.ts';
import { measure, skiaCanvas } from '../../../../src/charts/canvas/skia.ts';
import * as sizes from '../../../../src/charts/canvas/size.ts';
import { light, type Typeface } from '../../../../src/charts/canvas/theme.ts';
import { roomOf } from '../../../../src/charts/card/cardFrame.ts';
import { BAND, linkPage, portraitPage, SMALL, squarePage } from '../../../../src/charts/card/cardPage.ts';
import { edgesOf } from '../../../../src/charts/card/findingCard.ts';
import { placeFigure } from '../../../../src/charts/card/figureCard.ts';
import { placeHeadline } from '../../../../src/charts/card/headline.ts';
import { figureOf, pictureIds } from '../../../../src/figures/estimates/figureOf.ts';
import { cardOf } from '../../../../src/ledger/cardOf.ts';
import { describe as inWords } from '../../../../src/words/describe.ts';
import { contrast } from '../../../examples/contrast.ts';
import { firstMonths } from '../../../examples/firstMonths.ts';
import { ledger } from '../../../examples/ledger.ts';
import { sampleSource } from '../../../examples/sampleSource.ts';

const pen = { size: sizes.card, colour: light, measure };
/** How wide a feed shows a link’s picture as a thumbnail, and a phone shows any picture, in CSS pixels. */
const THUMBNAIL = 128;
const PHONE = 358;

const said = [sampleSource.release, ...firstMonths().map(({ release }) => release)].flatMap((release, i) =>
  pictureIds.map((id) => {
    const figure = figureOf(id, { ...sampleSource, release });
    return { name: `${id}, release ${i}`, figure, words: inWords(figure) };
  }),
);

/** How tall the ink of some letters is, by the size of their type. */
function inkOf(letters: string, weight: number, typeface: Typeface): number {
  const { context } = skiaCanvas(1, 1);
  context.font = font(1000, weight, typeface);
  return context.measureText(letters).actualBoundingBoxAscent / 1000;
}

describe.each([
  ['link', linkPage, 1],
  ['square', squarePage, 0.36],
  ['portrait', portraitPage, 0.36],
] as const)('the headline of a %s', (_, page, part) => {
  test('stays in its room, whatever a figure has to say', () => {
    for (const { name, figure, words } of said) {
      const room = roomOf(page, edgesOf(figure));
      const { labels, bottom } = placeHeadline(words.headline, { ...room, height: room.height * part }, pen);
      expect(bottom, name).toBeLessThanOrEqual(room.top + room.height * part);
      for (const label of labels)
        expect(labelWidth(label, measure), `${name}: ${label.runs[0]?.text ?? ''}`).toBeLessThan(
          room.width + 1,
        );
    }
  });
});

describe('a link card', () => {
  const ours = said.map(({ name, figure, words }) => ({
    name,
    number: words.headline.number ?? '',
    labels: placeHeadline(words.headline, roomOf(linkPage, edgesOf(figure)), pen).labels,
  }));
  const ofOthers = ledger.map((study) => {
    const card = cardOf(study, new URL(`https://${sampleSource.host}/`));
    return { name: study.id, number: card.number, labels: placeFigure(card, pen).labels };
  });
  const serif = { digit: inkOf('0', 500, 'serif'), x: inkOf('x', 500, 'serif') };

  test.each([
    ['ours', ours],
    ['others’', ofOthers],
  ])(
    'of a figure of %s has a number whose digits are 10 pixels tall in a thumbnail, and words whose small letters are 3',
    (_, cards) => {
      const scale = THUMBNAIL / linkPage.width;
      const withNumber = cards.filter(({ number }) => number !== '');
      expect(withNumber.length).toBeGreaterThan(cards.length / 2);
      for (const { name, labels } of withNumber)
        expect((labels[0]?.size ?? 0) * serif.digit * scale, name).toBeGreaterThanOrEqual(10);
      for (const { name, labels } of cards)
        for (const { size, typeface } of labels)
          if (typeface === 'serif') expect(size * serif.x * scale, name).toBeGreaterThanOrEqual(3);
    },
  );

  test('says the number that its figure’s title rests on, and its counts with a range', () => {
    for (const { words, name } of said.filter(({ words }) => words.isShown && words.missing === undefined)) {
      const { number, counts } = words.headline;
      if (number === null || number === '') continue;
      expect(counts, name).toMatch(/\brange (\d|the same)/);
      // Where the title has its counts, the card has the same.
      for (const [pair] of words.title.matchAll(/\d[\d,]* of \d[\d,]*\b/g))
        expect(counts, name).toContain(pair);
    }
  });

  test('is ink on paper', () => {
    expect(contrast(light.ink, light.paper)).toBeGreaterThan(15);
    expect(contrast(light['ink-2'], light.paper)).toBeGreaterThan(7);
    expect(contrast(light.ink, light['blank-fill'])).toBeGreaterThan(12);
  });
});

test('that numbers are made up is read at the size of a phone, on every page', () => {
  const capital = inkOf('S', 600, 'sans');
  for (const { width } of [linkPage, squarePage, portraitPage]) {
    expect((BAND.size * capital * PHONE) / width).toBeGreaterThanOrEqual(10);
    // The smallest type of all, of the release and the address.
    expect((SMALL * PHONE) / width).toBeGreaterThan(7);
  }
});
