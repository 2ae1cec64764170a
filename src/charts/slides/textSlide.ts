import type { Figure } from '../../figures/figure.ts';
import { type Label, type Pen, writeLabel } from '../canvas/label.ts';
import { cardFrame, roomOf } from '../card/cardFrame.ts';
import { portraitPage } from '../card/cardPage.ts';
import { edgesOf } from '../card/findingCard.ts';
import { TITLE_TRACKING } from '../card/wrapTitle.ts';
import { wrapLabel } from '../marks/wrapLabel.ts';
import type { SlideText } from './textOfSlides.ts';

const TITLE = 84;
const LEADING = 1.32;
/** The sizes of its words, from the largest: the first in which all of them fit. */
const SIZES = [38, 36, 34, 32, 30, 28, 26, 24, 22, 20, 18] as const;

/** Draws a page of words under a title. */
export function textSlide(
  ctx: CanvasRenderingContext2D,
  { title, paragraphs }: SlideText,
  figure: Figure,
  pen: Pen,
): void {
  const { colour, measure } = pen;
  const edges = edgesOf(figure);
  const { left, top, width, height } = roomOf(portraitPage, edges);
  cardFrame(ctx, portraitPage, edges, pen);
  const runs = [{ text: title, weight: 500 as const, colour: colour.ink }];
  writeLabel(ctx, {
    x: left,
    y: top + TITLE * 0.8,
    size: TITLE,
    typeface: 'serif',
    tracking: TITLE_TRACKING,
    runs,
  });
  const placeAt = (size: number) => {
    const labels: Label[] = [];
    let y = top + TITLE * 1.1;
    for (const { heading, text } of paragraphs) {
      y += size * 0.55;
      const lines = wrapLabel(text, size, width, measure).map((line) => ({
        line,
        weight: 400 as const,
        ink: colour['ink-2'],
      }));
      const headed = heading === undefined ? [] : [{ line: heading, weight: 600 as const, ink: colour.ink }];
      if (heading !== undefined) y += size * 0.5;
      for (const { line, weight, ink } of [...headed, ...lines]) {
        y += size * LEADING;
        labels.push({ x: left, y, size, runs: [{ text: line, weight, colour: ink }] });
      }
    }
    return { labels, bottom: y };
  };
  const fitting = SIZES.map(placeAt).find(({ bottom }) => bottom <= top + height);
  if (fitting === undefined)
    throw new Error(`The page “${title}” of ${figure.id} has more words than it can hold.`);
  for (const label of fitting.labels) writeLabel(ctx, label);
}
