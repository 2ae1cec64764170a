import { labelWidth, type Measure } from '../canvas/label.ts';
import { unbroken } from './unbroken.ts';

/** Headlines are set a little tight. */
export const TITLE_TRACKING = -0.022;

/** Words are measured in this size, whatever they are set in: a width grows with its type, and is remembered. */
const RULER = 100;

/** A title in one size, in as few lines as fit and as even as they come. */
export function wrapTitle(title: string, width: number, size: number, measure: Measure): readonly string[] {
  const words = unbroken(title);
  const linesIn = (within: number) => fill(words, (within * RULER) / size, RULER, measure);
  const needed = linesIn(width).length;
  let even = width;
  while (even > 200 && linesIn(even - 20).length === needed) even -= 20;
  return linesIn(even);
}

/** How wide a line of a title is. */
export const lineWidth = (text: string, size: number, measure: Measure): number =>
  labelWidth(
    { size, typeface: 'serif', tracking: TITLE_TRACKING, runs: [{ text, colour: '', weight: 500 }] },
    measure,
  );

function fill(words: readonly string[], width: number, size: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    const fits = lineWidth(longer, size, measure) <= width;
    if (last !== undefined && fits) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
