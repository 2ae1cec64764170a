import { site } from '../../site.ts';
import { mark } from '../card/brand.ts';
import { TITLE_TRACKING } from '../card/wrapTitle.ts';
import { font, writeLabel, type Pen, type Run } from '../canvas/label.ts';
import { wrapLabel } from '../marks/wrapLabel.ts';
import { qrCode } from '../slides/qrCode.ts';

/** What a poster says, on paper of so many points (1/72 inch). */
export interface Poster {
  readonly width: number;
  readonly height: number;
  /** The question that it puts to whoever stands before it. */
  readonly question: string;
  /** What it asks for, and what it takes. */
  readonly asks: readonly string[];
  /** What the QR code holds, its channel included. */
  readonly code: string;
  /** The address as people type it. */
  readonly address: string;
  /** Who is behind it. */
  readonly by: string;
}

const margin = 48;
/** Draws a QR code, black on white. The rest of the quiet zone around it is the paper. */
function drawCode(
  ctx: CanvasRenderingContext2D,
  text: string,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const modules = qrCode(text);
  const module = size / modules.length;
  ctx.fillStyle = '#fff';
  ctx.fillRect(x, y, size, size);
  ctx.fillStyle = '#000';
  // One path, so that no hairline shows between two modules.
  ctx.beginPath();
  for (const [row, cells] of modules.entries())
    for (const [column, isDark] of cells.entries())
      if (isDark) ctx.rect(x + column * module, y + row * module, module, module);
  ctx.fill();
}

/** The largest size at which a line in the reading face is no wider than the page allows. */
function sizeFor(text: string, width: number, { measure }: Pen): number {
  const at100 = measure(text, font(100, 500, 'serif')) + text.length * TITLE_TRACKING * 100;
  return (width / at100) * 100;
}

/** The letter that everybody knows, as wide as the page, with the blank where its reason should stand. @returns its lower edge */
function letter(ctx: CanvasRenderingContext2D, { width }: Poster, top: number, pen: Pen): number {
  const { colour, measure } = pen;
  const lines = ['Thank you for your time.', 'We have gone with someone else', 'because'];
  const size = sizeFor(lines[1] ?? '', width - 2 * margin, pen);
  const leading = size * 1.16;
  for (const [i, text] of lines.entries())
    writeLabel(ctx, {
      x: margin,
      y: top + size + i * leading,
      size,
      typeface: 'serif',
      tracking: TITLE_TRACKING,
      runs: [{ text, weight: 500, colour: colour.ink }],
    });
  const baseline = top + size + 2 * leading;
  const from = margin + measure('because', font(size, 500, 'serif')) + size * 0.2;
  ctx.fillStyle = colour['blank-fill'];
  ctx.fillRect(from, baseline - size * 0.66, width - margin - from, size * 0.72);
  ctx.fillStyle = colour['blank-line'];
  ctx.fillRect(from, baseline + size * 0.06, width - margin - from, size * 0.07);
  return baseline + size * 0.13;
}

/** Lines of text from their first baseline on. @returns the baseline after the last */
function lines(
  ctx: CanvasRenderingContext2D,
  texts: readonly string[],
  at: { readonly x: number; readonly y: number; readonly size: number; readonly leading: number },
  run: Omit<Run, 'text'>,
): number {
  for (const [i, text] of texts.entries())
    writeLabel(ctx, { x: at.x, y: at.y + i * at.leading, size: at.size, runs: [{ ...run, text }] });
  return at.y + texts.length * at.leading;
}

/** The code, as large as a hand, and beside it what to do where there is no camera. */
function way(ctx: CanvasRenderingContext2D, poster: Poster, bottom: number, { colour, measure }: Pen): void {
  const { width, code, address, asks } = poster;
  const size = 190;
  // Its light border stands in the margin, so that its modules stand under the letters.
  const edge = size / qrCode(code).length;
  drawCode(ctx, code, { x: margin - edge, y: bottom - size + edge, size });
  const x = margin + size + 20;
  const room = width - margin - x;
  const said = asks.map((text) => wrapLabel(text, 17, room, measure));
  const height = 30 + said.flat().length * 23 + (said.length - 1) * 8 + 34;
  let y = bottom - (size - 2 * edge) + 24 + Math.max(0, (size - 2 * edge - height) / 2);
  y = lines(ctx, ['Scan it, or type'], { x, y, size: 17, leading: 26 }, { colour: colour.ink });
  const typed = Math.min(21, (room / measure(address, font(100, 600))) * 100);
  y = lines(ctx, [address], { x, y, size: typed, leading: 34 }, { colour: colour.ink, weight: 600 });
  for (const text of said)
    y = 8 + lines(ctx, text, { x, y, size: 17, leading: 23 }, { colour: colour['ink-2'] });
}

/**
 * Draws a poster in points: a letter that stops where a reason belongs, a question, and the way to the survey. The paper is
 * left as it is, because whoever prints it pays for the ink.
 */
export function drawPoster(ctx: CanvasRenderingContext2D, poster: Poster, pen: Pen): void {
  const { width, height, question, by } = poster;
  const { colour, measure } = pen;
  mark(ctx, margin, margin - 6, 34, colour);
  writeLabel(ctx, {
    x: margin + 46,
    y: margin + 20,
    size: 24,
    typeface: 'serif',
    runs: [{ text: site.name, weight: 600, colour: colour.ink }],
  });
  const said = letter(ctx, poster, margin + 70, pen);
  const asked = wrapLabel(question, 34, width - 2 * margin, measure, 600);
  lines(ctx, asked, { x: margin, y: said + 84, size: 34, leading: 42 }, { colour: colour.ink, weight: 600 });
  const foot = height - margin;
  ctx.fillStyle = colour.ink;
  ctx.fillRect(margin, foot - 24, width - 2 * margin, 1);
  lines(ctx, [by], { x: margin, y: foot - 4, size: 12, leading: 15 }, { colour: colour['ink-2'] });
  way(ctx, poster, foot - 48, pen);
}
