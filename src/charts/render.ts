import type { ChartItem } from 'chart.js';
import { askingCard } from './card/askingCard.ts';
import { cardFrame, cardPage, plotTop } from './card/cardFrame.ts';
import { Chart } from './canvas/chartParts.ts';
import type { DescribedFigure } from '../words/words.ts';
import { draw } from './draw.ts';
import type { Drawing } from './canvas/drawing.ts';
import { generalCard } from './card/generalCard.ts';
import type { Pen } from './canvas/label.ts';
import { measure, skiaCanvas } from './canvas/skia.ts';
import * as sizes from './canvas/size.ts';
import { SvgContext } from './canvas/svgContext.ts';
import type { Inherited } from './canvas/svgLabel.ts';
import { attributes, escapeXml } from './canvas/svgText.ts';
import { light, typefaces, variables } from './canvas/theme.ts';
import { wrapTitle } from './card/wrapTitle.ts';

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

/** A share card, PNG of 1200 × 627 pixels, always in the light theme, with the title, n, source, date and address. */
export function renderCard(described: DescribedFigure): Buffer {
  if (!described.words.isShown)
    return paintPage((ctx) => {
      askingCard(ctx, described, cardPen);
    });
  const { canvas } = skiaCanvas(cardPage.width, cardPage.height);
  return paintChart(canvas, cardDrawing(described), () => canvas.toBuffer('image/png'));
}

/** The card of a page without a chart, PNG of the same size. @param host printed in it, such as nobutwhy.example */
export const renderGeneralCard = (host: string): Buffer =>
  paintPage((ctx) => {
    generalCard(ctx, host, cardPen);
  });

/** The share card as an SVG file that stands alone: light colours and font names written out, text still text. */
export function renderFile(described: DescribedFigure): string {
  const { title, alt, isShown } = described.words;
  const { width, height } = cardPage;
  const inherited: Inherited = {
    size: sizes.card.label,
    colour: light.ink,
    family: (typeface) => fallbacks[typeface],
  };
  const elements = isShown
    ? record(cardDrawing(described), inherited).elements
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
  const words = `<title>${escapeXml(title)}</title>\n<desc>${escapeXml(alt)}</desc>`;
  return `<svg xmlns="http://www.w3.org/2000/svg"${root}>\n${words}\n${elements.join('\n')}\n</svg>\n`;
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
const asBrowsers = (
  context: ReturnType<typeof skiaCanvas>['context'] | SvgContext,
): CanvasRenderingContext2D => context as unknown as CanvasRenderingContext2D;

/** Paints a card without a chart. */
function paintPage(paint: (ctx: CanvasRenderingContext2D) => void): Buffer {
  const { canvas, context } = skiaCanvas(cardPage.width, cardPage.height);
  paint(asBrowsers(context));
  return canvas.toBuffer('image/png');
}

/** Draws the card of a chart that shows nothing yet into SVG elements. */
function recordCard(described: DescribedFigure, inherited: Inherited): readonly string[] {
  const context = new SvgContext(cardPage.width, cardPage.height, inherited, measure);
  askingCard(asBrowsers(context), described, cardPen);
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

/** The plot between title and foot: as tall as it may be, or else in the middle of its room. */
function cardDrawing(described: DescribedFigure): Drawing {
  const title = wrapTitle(described.words.title, sizes.card.width, measure);
  const top = plotTop(described, title, cardPen);
  const room = cardPage.plotBottom - top;
  const plot = (from: number) =>
    draw(described, { left: cardPage.margin, top: from, height: room, page: cardPage }, cardPen);
  const spare = Math.max(0, cardPage.plotBottom - plot(top).bottom);
  const { config } = plot(top + spare / 2);
  return {
    width: cardPage.width,
    height: cardPage.height,
    bottom: cardPage.plotBottom,
    config: {
      ...config,
      plugins: [
        {
          id: 'card-frame',
          beforeDraw: ({ ctx }) => {
            cardFrame(ctx, described, title, cardPen);
          },
        },
        ...(config.plugins ?? []),
      ],
    },
  };
}
