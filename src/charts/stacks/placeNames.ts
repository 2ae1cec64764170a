import { font, type Measure } from '../canvas/label.ts';
import type { Size } from '../canvas/size.ts';

/** A part narrower than this has no name above it; it is named under the bar instead. */
const NAMEABLE = 14;
/** From one name to the next on a line, and from a tick to a name that is not its own. */
const [APART, CLEAR] = [8, 3];

/** A part to be named. */
interface Named {
  readonly name: string;
  readonly x: number;
  readonly width: number;
  /** Whether it is named under the bar as well, so that it need not be above where there is no room. */
  readonly below?: boolean;
}

/** A part’s name above its bar: its tick at `tick`, its text from `x`, `level` lines above the bar. */
export interface PartName {
  readonly text: string;
  readonly tick: number;
  readonly x: number;
  readonly align: 'left' | 'right';
  readonly level: number;
}

interface Placed extends PartName {
  readonly part: Named;
  readonly from: number;
  readonly to: number;
}

/**
 * Places the names of parts above a bar so that no two meet, and no tick runs through a name that is not its own as
 * far as that can be had: by turning the last two round, or else by leaving a name to the line under the bar.
 * @param right the bar’s right edge, which no name goes past
 * @param nameable the narrowest part that is named here
 */
export function placeNames(
  parts: readonly Named[],
  size: Pick<Size, 'label'>,
  right: number,
  measure: Measure,
  nameable = NAMEABLE,
): readonly PartName[] {
  const widthOf = ({ name }: Named) => measure(name, font(size.label));
  let named = parts.filter(({ width }) => width >= nameable);
  for (;;) {
    const usual = fromTheRight(named, right, widthOf);
    const turned = lastTwoTurned(named, right, widthOf);
    const best = crossed(turned).length < crossed(usual).length ? turned : usual;
    const inTheWay = crossed(best);
    const spare = inTheWay.filter(({ below }) => below === true).at(-1);
    if (spare === undefined)
      return best.map(({ text, tick, x, align, level }) => ({ text, tick, x, align, level }));
    named = named.filter((part) => part !== spare);
  }
}

/**
 * From right to left, each on the lowest line where it meets no other. Raising the left one of two keeps every tick
 * clear of the names under it, but for those that the right edge pushes back.
 * @param before names further right that have their place already
 */
function fromTheRight(
  parts: readonly Named[],
  right: number,
  widthOf: (part: Named) => number,
  before: readonly Placed[] = [],
): readonly Placed[] {
  const taken: number[] = [];
  for (const { level, from } of before) taken[level] = Math.min(taken[level] ?? right, from);
  const more = parts.toReversed().map((part): Placed => {
    const { name, x, width } = part;
    const length = widthOf(part);
    const overflows = x + length > right;
    const from = overflows ? right - length : x;
    const free = taken.findIndex((start) => from + length + APART <= start);
    const level = free === -1 ? taken.length : free;
    taken[level] = from;
    // Its tick goes down through the lines below it: no name further left may reach into that either.
    for (let under = 0; under < level; under += 1) taken[under] = Math.min(taken[under] ?? right, x + 4);
    return {
      part,
      text: name,
      tick: overflows ? Math.min(right - 8, x + width - 8) : x,
      x: overflows ? right : x,
      align: overflows ? 'right' : 'left',
      level,
      from,
      to: from + length,
    };
  });
  return [...before, ...more];
}

/** The last name one line up at the right edge, and the one before it under that, ending where the last one’s tick comes down. */
function lastTwoTurned(
  parts: readonly Named[],
  right: number,
  widthOf: (part: Named) => number,
): readonly Placed[] {
  const [previous, last] = parts.slice(-2);
  if (previous === undefined || last === undefined || last.x + widthOf(last) <= right)
    return fromTheRight(parts, right, widthOf);
  const tick = Math.min(right - 1, Math.max(last.x, right - 8));
  const to = tick - CLEAR - 2;
  const from = to - widthOf(previous);
  if (from > previous.x || to < previous.x) return fromTheRight(parts, right, widthOf);
  const two: readonly Placed[] = [
    {
      part: last,
      text: last.name,
      tick,
      x: right,
      align: 'right',
      level: 1,
      from: right - widthOf(last),
      to: right,
    },
    { part: previous, text: previous.name, tick: previous.x, x: to, align: 'right', level: 0, from, to },
  ];
  return fromTheRight(parts.slice(0, -2), right, widthOf, two);
}

/** The parts of which a tick runs through a name that is not its own, and those whose names are run through. */
function crossed(placed: readonly Placed[]): readonly Named[] {
  return placed.flatMap((upper) =>
    placed
      .filter(
        ({ level, from, to }) => level < upper.level && upper.tick > from - CLEAR && upper.tick < to + CLEAR,
      )
      .flatMap(({ part }) => [upper.part, part]),
  );
}
