import type { Size } from './size.ts';
import { typefaces, type Typeface } from './theme.ts';
import type { Palette } from './theme.ts';

/** A stretch of a label in one weight and colour. */
export interface Run {
  readonly text: string;
  readonly colour: string;
  readonly weight?: 400 | 500 | 600;
  /** Pixels, where it differs from the label’s. */
  readonly size?: number;
}

/** One line of text in a picture. `y` is its baseline; a halo is a paper edge that lifts it off lines behind it. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly typeface?: Typeface;
  readonly halo?: string;
  /** Letter spacing in ems, for headlines. */
  readonly tracking?: number;
  readonly runs: readonly Run[];
}

/** The width in pixels of a text in a canvas font. */
export type Measure = (text: string, font: string) => number;

/** A context that keeps a label whole, as one element, instead of painting its runs. */
export interface LabelWriter {
  writeLabel(label: Label): void;
}

/** A canvas font, e.g. `600 15px "Source Sans 3"`. */
export function font(size: number, weight = 400, typeface: Typeface = 'sans'): string {
  return `${weight} ${size}px "${typefaces[typeface].family}"`;
}

/** The width of a label in pixels. */
export function labelWidth(
  label: Pick<Label, 'size' | 'typeface' | 'tracking' | 'runs'>,
  measure: Measure,
): number {
  const { size, tracking = 0, runs } = label;
  return runs.reduce(
    (sum, run) =>
      sum + measure(run.text, runFont(label, run)) + run.text.length * tracking * (run.size ?? size),
    0,
  );
}

/** Writes a label on a canvas, or hands it whole to a context that can keep it so. */
export function writeLabel(ctx: CanvasRenderingContext2D, label: Label): void {
  if ('writeLabel' in ctx) {
    (ctx as CanvasRenderingContext2D & LabelWriter).writeLabel(label);
    return;
  }
  const measure: Measure = (text, of) => {
    ctx.font = of;
    return ctx.measureText(text).width;
  };
  ctx.save();
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  const width = labelWidth(label, measure);
  let x = label.x - (label.align === 'right' ? width : label.align === 'center' ? width / 2 : 0);
  ctx.letterSpacing = `${(label.tracking ?? 0) * label.size}px`;
  for (const run of label.runs) {
    ctx.font = runFont(label, run);
    if (label.halo !== undefined) {
      ctx.strokeStyle = label.halo;
      ctx.lineWidth = 4;
      ctx.lineJoin = 'round';
      ctx.strokeText(run.text, x, label.y);
    }
    ctx.fillStyle = run.colour;
    ctx.fillText(run.text, x, label.y);
    x += ctx.measureText(run.text).width;
  }
  ctx.restore();
}

function runFont(label: Pick<Label, 'size' | 'typeface'>, run: Run): string {
  return font(run.size ?? label.size, run.weight, label.typeface);
}

/** What a chart form draws with: how large, colours by name, and a ruler for text. */
export interface Pen {
  readonly size: Size;
  readonly colour: Palette;
  readonly measure: Measure;
}
