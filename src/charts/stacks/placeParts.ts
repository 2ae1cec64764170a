import { isWideRange } from '../../statistics/precision.ts';
import { boundsInWords, percent } from '../../figures/percent.ts';
import type { LadderSeries, Part, ToneName } from '../../figures/ladderFigure.ts';
import { isWithheld } from '../../figures/parts.ts';
import { font, type Measure } from '../canvas/label.ts';
import type { Size } from '../canvas/size.ts';

/** The room between two parts of a bar, in pixels. */
const GAP = 2;

/** One answer’s place in a bar, and where its number goes; all in pixels but `shares`. */
export interface PlacedPart {
  readonly tone: ToneName;
  readonly code: string;
  readonly name: string;
  /** From where to where it lies on the axis. */
  readonly shares: readonly [number, number];
  readonly x: number;
  readonly width: number;
  readonly text: string;
  /** With its percent sign, whatever `text` has. */
  readonly printed: string;
  /** Left edge of the text, or undefined where it does not fit inside. */
  readonly textX: number | undefined;
  readonly textWidth: number;
  readonly wide: boolean;
}

/**
 * Places the parts of a bar side by side from `left`, which stands for the share `start`; a share of 1 is `whole` pixels.
 * @param bare whether only the first number in a bar has its percent sign, where room is short
 */
export function placeParts(
  parts: readonly Part[],
  {
    left,
    whole,
    start = 0,
    size,
    measure,
    bare = false,
  }: { left: number; whole: number; start?: number; size: Size; measure: Measure; bare?: boolean },
): PlacedPart[] {
  let before = 0;
  let signed = false;
  return parts.map((part, i) => {
    const x = left + before * whole;
    const from = start + before;
    before += part.share;
    const last = i === parts.length - 1;
    const width = Math.max(0, part.share * whole - (last ? 0 : GAP));
    const printed = percent(part);
    const unsigned = printed.replace(/%$/, '');
    const fits = (words: string) => width > 0 && width - measure(words, font(size.value, 600)) >= 3;
    const text = bare && (signed || !fits(printed)) ? unsigned : printed;
    const textWidth = measure(text, font(size.value, 600));
    const textX = fits(text) ? x + Math.min(10 * size.unit, (width - textWidth) / 2) : undefined;
    signed ||= textX !== undefined;
    return {
      tone: part.tone,
      code: part.code,
      name: part.short,
      shares: [from, from + width / whole],
      x,
      width,
      text,
      printed,
      textX,
      textWidth,
      wide: isWideRange(part),
    };
  });
}

/** What stands in small type under a bar: what its figure sets beside it, parts without room, and the bounds of its sum. */
export function underBar(
  { sum, beside = '' }: Pick<LadderSeries, 'sum' | 'beside'>,
  parts: readonly PlacedPart[],
): string {
  const bounded = isWithheld(sum) || sum.bounds === undefined ? '' : boundsInWords(sum.bounds);
  return [beside, outside(parts), bounded].filter((words) => words !== '').join(' · ');
}

/** Parts too narrow for their number, each with it, and then those that nobody chose: “0 of 34: silence, form letter”. */
function outside(parts: readonly PlacedPart[]): string {
  const unwritten = parts.filter(({ textX }) => textX === undefined);
  const none = unwritten.filter(({ printed }) => /^0( of |%)/.test(printed));
  return [
    ...unwritten.filter((part) => !none.includes(part)).map(({ name, printed }) => `${name}: ${printed}`),
    ...none
      .slice(0, 1)
      .map(({ printed }) => `${printed}: ${none.map(({ name }) => name.toLowerCase()).join(', ')}`),
  ].join(' · ');
}

/** Whether a bar has a part that no bar before it has, so that its parts must be named again. Remembers them. */
export function isNew(parts: readonly PlacedPart[], named: Set<string>): boolean {
  // Two that stand for other answers may have one name: “Kept or 2 others”.
  const keys = parts.map(({ code, name }) => `${code} ${name}`);
  const fresh = keys.some((key) => !named.has(key));
  for (const key of keys) named.add(key);
  return fresh;
}
