import { measure, skiaPdf } from '../canvas/skia.ts';
import { card } from '../canvas/size.ts';
import { light } from '../canvas/theme.ts';
import { site } from '../../site.ts';
import { drawPoster, type Poster } from './poster.ts';

/** A poster as a PDF of one page. */
export const renderPoster = (poster: Poster): Buffer =>
  skiaPdf({ title: `${site.name} ${poster.question}`, subject: site.tagline }, [
    {
      width: poster.width,
      height: poster.height,
      paint: (ctx) => {
        drawPoster(ctx, poster, { size: card, colour: light, measure });
      },
    },
  ]);
