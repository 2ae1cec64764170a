import type { Pen } from '../canvas/label.ts';
import { cardFrame, roomOf } from './cardFrame.ts';
import { linkPage } from './cardPage.ts';
import { paintHeadline, placeHeadline } from './headline.ts';

/** What the card of a figure of others says. */
export interface FigureCard {
  /** Printed large: “94%”; empty for a claim that has none. */
  readonly number: string;
  readonly says: string;
  /** Publisher, year and people. */
  readonly who: string;
  /** Printed at its foot: nobutwhy.example/figures/linkedin-2015 */
  readonly address: string;
}

/** Draws the card of a figure of others: the number, what it is a share of, who counted. Never a bar: it has no axis with ours. */
export function figureCard(ctx: CanvasRenderingContext2D, card: FigureCard, pen: Pen): void {
  const { number, says, who, address } = card;
  const edges = { madeUp: false, foot: [address] };
  cardFrame(ctx, linkPage, edges, pen);
  const said = { number: number === '' ? null : number, says, counts: who };
  paintHeadline(ctx, placeHeadline(said, roomOf(linkPage, edges), pen), pen);
}
