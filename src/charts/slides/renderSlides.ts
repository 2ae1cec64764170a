import type { ChartItem } from 'chart.js';
import { sharedTitle } from '../../figures/sharedTitle.ts';
import type { DescribedFigure } from '../../words/words.ts';
import { Chart } from '../canvas/chartParts.ts';
import type { Pen } from '../canvas/label.ts';
import * as sizes from '../canvas/size.ts';
import { measure, skiaPdf, type PdfPage } from '../canvas/skia.ts';
import { light } from '../canvas/theme.ts';
import { portraitPage } from '../card/cardPage.ts';
import { findingCard } from '../card/findingCard.ts';
import { pictureDrawing } from '../card/pictureDrawing.ts';
import { linkSlide } from './linkSlide.ts';
import { bothSides, howWeKnow } from './textOfSlides.ts';
import { textSlide } from './textSlide.ts';

const pen: Pen = { size: sizes.card, colour: light, measure };

/**
 * A figure as a document to leaf through, PDF of five pages of 1080 × 1350 points: its finding, its chart, both sides, how
 * we know, and the way to it. It is not tagged, so the page stays the accessible version.
 * @param address absolute, of the figure’s page, as the document may carry it away
 */
export function renderSlides(described: DescribedFigure, address: string): Buffer {
  const { figure, words } = described;
  const page = (paint: PdfPage['paint']): PdfPage => ({ ...portraitPage, paint });
  const pages = [
    page((context) => {
      findingCard(context, described, portraitPage, pen);
    }),
    page((_, canvas) => {
      new Chart(canvas as ChartItem, pictureDrawing(described, portraitPage, pen).config).destroy();
    }),
    ...[bothSides(described), howWeKnow(described)].map((text) =>
      page((context) => {
        textSlide(context, text, figure, pen);
      }),
    ),
    page((context) => {
      linkSlide(context, figure, address, pen);
    }),
  ];
  return skiaPdf(
    { title: sharedTitle(words.title, figure.provenance), subject: words.alt },
    words.isShown ? pages : pages.slice(0, 1),
  );
}
