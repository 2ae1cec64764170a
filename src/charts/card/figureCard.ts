import type { Pen } from '../canvas/label.ts';
import { cardFrame, roomOf, type CardEdges } from './cardFrame.ts';
import { linkPage } from './cardPage.ts';
import { paintHeadline, placeHeadline, type PlacedHeadline } from './headline.ts';

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

const edgesOf = ({ address }: FigureCard): CardEdges => ({ madeUp: false, foot: [address] });

/** The number, what it is a share of, who counted, each in its place. */
export function placeFigure(card: FigureCard, pen: Pen): PlacedHeadline {
  const { number, says, who } = card;
  const said = { number: number === '' ? null : number, says, counts: who };
  return placeHeadline(said, roomOf(linkPage, edgesOf(card)), pen);
}

/** Draws the card of a figure of others. Never a bar: it has no axis with ours. */
export function figureCard(ctx: CanvasRenderingContext2D, card: FigureCard, pen: Pen): void {
  cardFrame(ctx, linkPage, edgesOf(card), pen);
  paintHeadline(ctx, placeFigure(card, pen), pen);
}
