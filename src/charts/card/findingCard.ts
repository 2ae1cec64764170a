import { releaseInWords } from '../../figures/releaseInWords.ts';
import type { Figure } from '../../figures/figure.ts';
import type { DescribedFigure } from '../../words/words.ts';
import type { Pen } from '../canvas/label.ts';
import { cardFrame, roomOf, type CardEdges } from './cardFrame.ts';
import type { CardPage } from './cardPage.ts';
import { paintHeadline, placeHeadline } from './headline.ts';

/** What stands at the edges of a figure’s pictures. */
export const edgesOf = ({ provenance }: Figure): CardEdges => ({
  madeUp: provenance.madeUp,
  foot: [releaseInWords(provenance), provenance.address],
});

/** Draws the card of a figure: its finding as one number and few words, read at the size of a thumbnail. */
export function findingCard(
  ctx: CanvasRenderingContext2D,
  { figure, words }: DescribedFigure,
  page: CardPage,
  pen: Pen,
): void {
  const edges = edgesOf(figure);
  cardFrame(ctx, page, edges, pen);
  paintHeadline(ctx, placeHeadline(words.headline, roomOf(page, edges), pen), pen);
}
