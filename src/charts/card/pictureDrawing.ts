import type { DescribedFigure } from '../../words/words.ts';
import type { Drawing } from '../canvas/drawing.ts';
import type { Pen } from '../canvas/label.ts';
import { draw } from '../draw.ts';
import { cardFrame, roomOf } from './cardFrame.ts';
import { MARGIN, type CardPage } from './cardPage.ts';
import { edgesOf } from './findingCard.ts';
import { paintHeadline, placeHeadline } from './headline.ts';

/** How much of the room the headline may take, and how far under it the chart begins. */
const HEADLINE = 0.36;
const BETWEEN = 40;

/** A chart under its headline, on a page to post: as tall as it may be, or else in the middle of its room. */
export function pictureDrawing(described: DescribedFigure, page: CardPage, pen: Pen): Drawing {
  const { figure, words } = described;
  const { foot, ...others } = edgesOf(figure);
  // The headline counts its own people; here stand those of the whole chart, and of which release they are.
  const edges = { ...others, foot: words.bases === '' ? foot : [words.bases, ...foot] };
  const room = roomOf(page, edges);
  const headline = placeHeadline(words.headline, { ...room, height: room.height * HEADLINE }, pen);
  const top = headline.bottom + BETWEEN;
  const end = room.top + room.height;
  const plot = (from: number) => draw(described, { left: MARGIN, top: from, height: end - top, page }, pen);
  const { config } = plot(top + Math.max(0, end - plot(top).bottom) / 2);
  return {
    ...page,
    bottom: end,
    config: {
      ...config,
      plugins: [
        {
          id: 'card',
          beforeDraw: ({ ctx }) => {
            cardFrame(ctx, page, edges, pen);
            paintHeadline(ctx, headline, pen);
          },
        },
        ...(config.plugins ?? []),
      ],
    },
  };
}
