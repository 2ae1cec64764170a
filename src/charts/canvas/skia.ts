import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, PDFDocument, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Measure } from './label.ts';
import { typefaces } from './theme.ts';

// The very files the site serves and no font of the machine, so that pictures are the same wherever they are made.
GlobalFonts.removeAll();
const packages = createRequire(import.meta.url);
for (const [family, file] of [
  [typefaces.sans.family, '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'],
  [typefaces.serif.family, '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2'],
] as const) {
  if (GlobalFonts.register(readFileSync(packages.resolve(file)), family) === null) {
    throw new Error(`The font ${family} could not be read from ${file}: run npm ci.`);
  }
}

/** The code points that both files hold, as CSS writes ranges: U+0000-00FF,U+0131 */
const { latin } = packages('@fontsource-variable/newsreader/unicode.json') as { latin: string };
const held = latin.split(',').map((range) => {
  const [from = '', to = from] = range.slice('U+'.length).split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
});

/** Whether our typefaces have every letter of a text: for others a picture would hold empty boxes. */
export const canWrite = (text: string): boolean =>
  Array.from(text).every((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return held.some(([from, to]) => from <= code && code <= to);
  });

/**
 * Makes `font = '600 …'` choose the weight of a variable font. Skia takes the file’s first weight (ExtraLight) and
 * thickens it; the axis has a setting of its own: https://github.com/Brooooooklyn/canvas (fontVariationSettings).
 */
function variableWeight(context: SKRSContext2D): SKRSContext2D {
  let current = context.font;
  const plain = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(context), 'font');
  if (plain?.set === undefined)
    throw new Error('This version of @napi-rs/canvas has no font property to extend.');
  const set = plain.set.bind(context) as (font: string) => void;
  Object.defineProperty(context, 'font', {
    get: () => current,
    set: (font: string) => {
      current = font;
      const [, weight = '400', rest = font] = /^(?:normal )?(\d{3}) (.*)$/.exec(font) ?? [];
      set(rest);
      context.fontVariationSettings = `'wght' ${weight}`;
    },
  });
  return context;
}

export type SkiaCanvas = Canvas;
export type SkiaContext = SKRSContext2D;

/** A canvas of so many pixels that Skia paints on, in the site’s fonts. */
export function skiaCanvas(
  width: number,
  height: number,
): { readonly canvas: Canvas; readonly context: SKRSContext2D } {
  const canvas = createCanvas(width, height);
  return { canvas, context: variableWeight(canvas.getContext('2d')) };
}

/**
 * Paints on a canvas of so many pixels and lets its memory go: JavaScript counts an object and not its 3 MB of pixels, so that
 * a build that draws two thousand cards would hold them all (https://nodejs.org/api/n-api.html#napi_adjust_external_memory).
 */
export function onCanvas<Picture>(
  width: number,
  height: number,
  paint: (canvas: Canvas, context: SKRSContext2D) => Picture,
): Picture {
  const { canvas, context } = skiaCanvas(width, height);
  try {
    return paint(canvas, context);
  } finally {
    canvas.width = 1;
    canvas.height = 1;
  }
}

/** What a page of a PDF is painted on: a canvas whose areas can lead to an address. */
export type PdfContext = CanvasRenderingContext2D & Pick<SKRSContext2D, 'annotateLinkUrl'>;

/** One page of a PDF, in points, and what paints it: on a context, or, for Chart.js, on a canvas that has that context. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly paint: (context: PdfContext, canvas: object) => void;
}

/** A PDF in the site’s fonts, its words still words. It has no date in it, so the same pages are the same bytes. */
export function skiaPdf(
  about: { readonly title: string; readonly subject: string },
  pages: readonly PdfPage[],
): Buffer {
  const pdf = new PDFDocument(about);
  for (const { width, height, paint } of pages) {
    const context = variableWeight(pdf.beginPage(width, height) as unknown as SKRSContext2D);
    // No ligatures: Skia says of a glyph which letter it is, and of one for two letters nothing, so that “specific” is copied without “fi”.
    context.textRendering = 'optimizeSpeed';
    const canvas = { width, height, getContext: () => context };
    Object.defineProperty(context, 'canvas', { value: canvas });
    paint(context as unknown as PdfContext, canvas);
    pdf.endPage();
  }
  return pdf.close();
}

const { context: ruler } = skiaCanvas(1, 1);
/** By font and text: each word is asked for in both drawings, in every picture and line break by line break. */
const widths = new Map<string, number>();
/** The width of a text in pixels, in the fonts of pages and pictures. */
export const measure: Measure = (text, font) => {
  const asked = `${font}\n${text}`;
  const known = widths.get(asked);
  if (known !== undefined) return known;
  ruler.font = font;
  const { width } = ruler.measureText(text);
  widths.set(asked, width);
  return width;
};
