import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
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

/** A canvas of so many pixels that Skia paints on, in the site’s fonts. */
export function skiaCanvas(
  width: number,
  height: number,
): { readonly canvas: Canvas; readonly context: SKRSContext2D } {
  const canvas = createCanvas(width, height);
  return { canvas, context: variableWeight(canvas.getContext('2d')) };
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
