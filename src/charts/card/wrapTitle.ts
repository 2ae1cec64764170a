import { labelWidth, type Measure } from '../canvas/label.ts';
import { unbroken } from './unbroken.ts';

/** A title’s lines, and the size they are set in. */
export interface WrappedTitle {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Headlines are set a little tight. */
export const TITLE_TRACKING = -0.022;
const SIZES = [48, 44, 40, 36];
const LINES = 2;

/** Sets a title in the largest size that takes two lines, else in the smallest; the lines as even as they come. */
export function wrapTitle(title: string, width: number, measure: Measure): WrappedTitle {
  const words = unbroken(title);
  const smallest = SIZES.at(-1) ?? 36;
  const size = SIZES.find((of) => fill(words, width, of, measure).length <= LINES) ?? smallest;
  return { size, lines: wrapAt(title, width, size, measure) };
}

/** Words are measured in this size, whatever they are set in: a width grows with its type, and is remembered. */
const RULER = 100;

/** A title in one size, in as few lines as fit and as even as they come. */
export function wrapAt(title: string, width: number, size: number, measure: Measure): readonly string[] {
  const words = unbroken(title);
  const linesIn = (within: number) => fill(words, (within * RULER) / size, RULER, measure);
  const needed = linesIn(width).length;
  let even = width;
  while (even > 200 && linesIn(even - 20).length === needed) even -= 20;
  return linesIn(even);
}

function fill(words: readonly string[], width: number, size: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    const runs = [{ text: longer, colour: '', weight: 500 as const }];
    const fits = labelWidth({ size, typeface: 'serif', tracking: TITLE_TRACKING, runs }, measure) <= width;
    if (last !== undefined && fits) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
