import type { Figure } from '../../figures/figure.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
import type { PdfContext } from '../canvas/skia.ts';
import { cardFrame, roomOf } from '../card/cardFrame.ts';
import { portraitPage } from '../card/cardPage.ts';
import { edgesOf } from '../card/findingCard.ts';
import { paintHeadline, placeHeadline } from '../card/headline.ts';
import { qrCode } from './qrCode.ts';

const CODE = 460;
const INVITATION = 420;

/** Draws the last page: where the numbers are, as words and as a QR code, both a link, and who is asked to answer. */
export function linkSlide(ctx: PdfContext, figure: Figure, address: string, pen: Pen): void {
  const { colour } = pen;
  const edges = edgesOf(figure);
  const room = roomOf(portraitPage, edges);
  cardFrame(ctx, portraitPage, edges, pen);
  const said = {
    number: '',
    says: 'Did this happen to you?',
    beside: 'Table, method and data, and a few questions for you:',
    counts: '',
  };
  const headline = placeHeadline(said, { ...room, height: INVITATION }, pen);
  paintHeadline(ctx, headline, pen);
  const top = headline.bottom + 48;
  const squares = qrCode(address);
  // Whole pixels, so that no hairline runs between two squares.
  const side = Math.floor(CODE / squares.length);
  ctx.fillStyle = colour.ink;
  for (const [y, row] of squares.entries())
    for (const [x, dark] of row.entries())
      if (dark) ctx.fillRect(room.left + x * side, top + y * side, side, side);
  const runs = [{ text: figure.provenance.address, colour: colour.ink, weight: 600 as const }];
  const bottom = top + squares.length * side + 56;
  writeLabel(ctx, { x: room.left, y: bottom, size: 34, runs });
  ctx.annotateLinkUrl(room.left, top, room.left + room.width, bottom + 12, address);
}
