import { nothingYet } from '../../figures/releaseInWords.ts';
import { sideNames } from '../../figures/sideNames.ts';
import type { DescribedFigure } from '../../words/words.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
import { brand } from './brand.ts';
import { band, cardPage, writeMissing } from './cardFrame.ts';
import { wrapTitle, TITLE_TRACKING } from './wrapTitle.ts';

/** Where the blank begins, under the question, and how much of the card it takes. */
const BLANK = { top: 344, height: 60 };

/**
 * The card of a chart that shows nothing yet: the question in place of the finding, a blank in place of the picture, that
 * answers are being collected, and what is missing.
 */
export function askingCard(ctx: CanvasRenderingContext2D, described: DescribedFigure, pen: Pen): void {
  const { figure } = described;
  const { colour, measure } = pen;
  const { width, height, margin, small } = cardPage;
  const right = width - margin;
  ctx.fillStyle = colour.paper;
  ctx.fillRect(0, 0, width, height);
  const write = (text: string, y: number, size: number, weight: 400 | 600 = 400) => {
    writeLabel(ctx, {
      x: margin,
      y,
      size,
      runs: [{ text, weight, colour: weight === 600 ? colour.ink : colour['ink-2'] }],
    });
  };
  const [asked] = figure.asked;
  write(figure.name, 76, 32, 600);
  if (asked !== undefined) {
    // Whom exactly, and what is explained after the question, is on the page.
    const [question = ''] = asked.question.split(/(?<=[?.]) /);
    write(`We ask ${sideNames[asked.side].toLowerCase()}:`, 150, 32);
    const title = wrapTitle(`“${question}”`, right - margin, measure);
    for (const [i, text] of title.lines.entries()) {
      writeLabel(ctx, {
        x: margin,
        y: 180 + (i + 0.8) * title.size * 1.08,
        size: title.size,
        typeface: 'serif',
        tracking: TITLE_TRACKING,
        runs: [{ text, weight: 500, colour: colour.ink }],
      });
    }
  }
  ctx.fillStyle = colour['blank-fill'];
  ctx.fillRect(margin, BLANK.top, right - margin, BLANK.height);
  ctx.fillStyle = colour['blank-line'];
  ctx.fillRect(margin, BLANK.top + BLANK.height, right - margin, 5);
  const state = figure.provenance.release === null ? nothingYet : 'Too few answers yet';
  write(`${state}. We are collecting them: add yours.`, 454, 32, 600);
  writeMissing(ctx, described, 494, pen);
  if (figure.provenance.madeUp) band(ctx, pen);
  brand(ctx, margin, height - 36 - 40, 40, colour);
  const where = { text: figure.provenance.address, colour: colour['ink-2'] };
  writeLabel(ctx, { x: right, y: height - 40, size: small, align: 'right', runs: [where] });
}
