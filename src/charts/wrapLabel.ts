import { font, type Measure } from './label.ts';

/** A name in as few lines as fit a width, broken between words only. */
export function wrapLabel(
  text: string,
  size: number,
  width: number,
  measure: Measure,
  weight: 400 | 600 = 400,
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || measure(longer, font(size, weight)) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
