import { font, type Measure } from '../canvas/label.ts';

/** How closely lines are evened out, in pixels. */
const STEP = 8;

/** A name in as few lines as fit a width, as even as they come, broken between words only. */
export function wrapLabel(
  text: string,
  size: number,
  width: number,
  measure: Measure,
  weight: 400 | 600 = 400,
): readonly string[] {
  const words = text.split(' ').map((word) => ({ word, long: measure(word, font(size, weight)) }));
  const space = measure(' ', font(size, weight));
  const fill = (within: number): readonly string[] => {
    const lines: { text: string; long: number }[] = [];
    for (const { word, long } of words) {
      const last = lines.at(-1);
      const longer = last === undefined ? Infinity : last.long + space + long;
      if (last === undefined || longer > within) lines.push({ text: word, long });
      else lines[lines.length - 1] = { text: `${last.text} ${word}`, long: longer };
    }
    return lines.map((line) => line.text);
  };
  let lines = fill(width);
  for (let within = width - STEP; lines.length > 1 && within > width / 2; within -= STEP) {
    const narrower = fill(within);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines;
}
