import type { ChartItem } from 'chart.js';
import { icon } from './card/brand.ts';
import { linkPage, squarePage, thumbnailPage, type CardPage } from './card/cardPage.ts';
import { Chart } from './canvas/chartParts.ts';
import { sharedTitle } from '../figures/sharedTitle.ts';
import type { DescribedFigure } from '../words/words.ts';
import { draw } from './draw.ts';
import type { Drawing } from './canvas/drawing.ts';
import { figureCard, type FigureCard } from './card/figureCard.ts';
import { findingCard } from './card/findingCard.ts';
import { letterCard, type LetterCard } from './card/letterCard.ts';
import { pictureDrawing } from './card/pictureDrawing.ts';
import type { Pen } from './canvas/label.ts';
import { measure, onCanvas, type SkiaCanvas, type SkiaContext } from './canvas/skia.ts';
import * as sizes from './canvas/size.ts';
import { SvgContext } from './canvas/svgContext.ts';
import type { Inherited } from './canvas/svgLabel.ts';
import { attributes, escapeXml } from './canvas/svgText.ts';
import { light, typefaces, variables } from './canvas/theme.ts';

/** Cards and files leave the site, so their colours are written out. */
const cardPen: Pen = { size: sizes.card, colour: light, measure };

/**
 * A chart for a page: SVG at 1:1 in the page’s own font and colours, so that it follows the theme without a script.
 * Same figure, same bytes, in whatever order charts are drawn.
 */
export function renderSvg(described: DescribedFigure, size: 'wide' | 'narrow'): string {
  const { width, height, elements } = record(
    draw(described, { left: 0, top: 0 }, { size: sizes[size], colour: variables, measure }),
    {
      size: sizes[size].label,
      colour: variables.ink,
      family: (typeface) => typefaces[typeface].variable,
    },
  );
  const root = attributes({
    class: size === 'wide' ? 'w' : 'n',
    viewBox: `0 0 ${width} ${height}`,
    width: String(width),
    height: String(height),
    role: 'img',
    'aria-label': described.words.alt,
    fill: variables.ink,
    'font-family': typefaces.sans.variable,
    'font-size': String(sizes[size].label),
  });
  return `<svg xmlns="http://www.w3.org/2000/svg"${root}>\n${elements.join('\n')}\n</svg>\n`;
}

/** The card that networks show for a figure’s address, PNG of 1200 × 627 pixels, always light: its finding, and no chart. */
export const renderCard = (described: DescribedFigure): Buffer =>
  paintPage((ctx) => {
    findingCard(ctx, described, linkPage, cardPen);
  }, linkPage);

/** A picture to post by itself, always light: the finding, the chart beneath it, release and address. */
function paintPicture(
  described: DescribedFigure,
  page: CardPage,
  file: (canvas: SkiaCanvas) => Buffer,
): Buffer {
  return onCanvas(page.width, page.height, (canvas, context) => {
    const take = () => file(canvas);
    if (described.words.isShown) return paintChart(canvas, pictureDrawing(described, page, cardPen), take);
    findingCard(asBrowsers(context), described, page, cardPen);
    return take();
  });
}

/** That picture as it is posted, PNG. */
export const renderPicture = (described: DescribedFigure, page: CardPage): Buffer =>
  paintPicture(described, page, (canvas) => canvas.toBuffer('image/png'));

/** The square small, for a list of many: WebP, a tenth of the bytes. */
export const renderThumbnail = (described: DescribedFigure): Buffer =>
  paintPicture(described, squarePage, (canvas) => {
    const { width, height } = thumbnailPage;
    return onCanvas(width, height, (small, context) => {
      context.imageSmoothingQuality = 'high';
      context.drawImage(canvas, 0, 0, width, height);
      return small.toBuffer('image/webp', 60);
    });
  });

/** The card of a page that is words, PNG of the same size. */
export const renderLetterCard = (said: LetterCard): Buffer =>
  paintPage((ctx) => {
    letterCard(ctx, said, cardPen);
  }, linkPage);

/** The card of a figure that others have published, PNG of the same size. */
export const renderFigureCard = (said: FigureCard): Buffer =>
  paintPage((ctx) => {
    figureCard(ctx, said, cardPen);
  }, linkPage);

/** The site’s mark as an icon for home screens, a square PNG. @param size in pixels */
export const renderIcon = (size: number): Buffer =>
  paintPage(
    (ctx) => {
      icon(ctx, size, light);
    },
    { width: size, height: size },
  );

/** The square picture as an SVG file that stands alone: light colours and font names written out, text still text. */
export function renderFile(described: DescribedFigure): string {
  const { figure, words } = described;
  const { width, height } = squarePage;
  const inherited: Inherited = {
    size: sizes.card.label,
    colour: light.ink,
    family: (typeface) => fallbacks[typeface],
  };
  const elements = words.isShown
    ? record(pictureDrawing(described, squarePage, cardPen), inherited).elements
    : recordCard(described, inherited);
  const root = attributes({
    viewBox: `0 0 ${width} ${height}`,
    width: String(width),
    height: String(height),
    role: 'img',
    fill: light.ink,
    'font-family': fallbacks.sans,
    'font-size': String(sizes.card.label),
  });
  const title = sharedTitle(words.title, figure.provenance);
  const said = `<title>${escapeXml(title)}</title>\n<desc>${escapeXml(words.alt)}</desc>`;
  return `<svg xmlns="http://www.w3.org/2000/svg"${root}>\n${said}\n${elements.join('\n')}\n</svg>\n`;
}

/** In quotes, since a name whose words are not all identifiers is none without: https://www.w3.org/TR/css-fonts-4/#family-name-syntax */
const fallbacks = {
  sans: `'${typefaces.sans.family}', 'Helvetica Neue', Arial, sans-serif`,
  serif: `'${typefaces.serif.family}', Georgia, serif`,
} as const;

/** Draws a chart, takes what it drew, and lets it go: Chart.js wipes a canvas that it leaves. */
function paintChart<Picture>(canvas: unknown, { config }: Drawing, take: () => Picture): Picture {
  const chart = new Chart(canvas as ChartItem, config);
  try {
    return take();
  } finally {
    chart.destroy();
  }
}

/** Skia’s context and ours as the types of a browser call them: of theirs our cards use what both have. */
const asBrowsers = (context: SkiaContext | SvgContext): CanvasRenderingContext2D =>
  context as unknown as CanvasRenderingContext2D;

/** Paints a picture without a chart. */
function paintPage(paint: (ctx: CanvasRenderingContext2D) => void, { width, height }: CardPage): Buffer {
  return onCanvas(width, height, (canvas, context) => {
    paint(asBrowsers(context));
    return canvas.toBuffer('image/png');
  });
}

/** Draws the picture of a figure that shows nothing yet into SVG elements. */
function recordCard(described: DescribedFigure, inherited: Inherited): readonly string[] {
  const context = new SvgContext(squarePage.width, squarePage.height, inherited, measure);
  findingCard(asBrowsers(context), described, squarePage, cardPen);
  return context.elements;
}

/** Draws a chart into SVG elements. */
function record(
  drawing: Drawing,
  inherited: Inherited,
): Pick<Drawing, 'width' | 'height'> & { elements: readonly string[] } {
  const { width, height } = drawing;
  const context = new SvgContext(width, height, inherited, measure);
  const elements = paintChart(context.canvas, drawing, () => context.elements);
  return { width, height, elements };
}
