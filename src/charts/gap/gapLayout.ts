import type { Gap, GapRow, Implied } from '../../figures/gapFigure.ts';
import { isWithheld, type Share, type Withheld } from '../../figures/parts.ts';
import { count, percent, percentRange } from '../../figures/percent.ts';
import { sideNames } from '../../figures/sideNames.ts';
import { isWideRange } from '../../statistics/precision.ts';
import { placeBetween, type Frame, type Place, type Plot } from '../canvas/drawing.ts';
import { font, type Label, type Pen } from '../canvas/label.ts';
import { scaleEnd } from '../canvas/axes.ts';
import { insetOf } from '../canvas/size.ts';
import { besideMark } from '../marks/rangeMark.ts';
import type { SeriesHeading } from '../marks/seriesHeading.ts';

/** One side’s account of a stage: its heading, the middle of its mark in pixels, and the words beside that. */
interface PlacedAccount<Value> {
  readonly value: Value | Withheld;
  readonly heading: SeriesHeading;
  readonly y: number;
  readonly words: Label | undefined;
}

export interface PlacedStage {
  readonly title: Label;
  readonly seeker: PlacedAccount<Share>;
  readonly employer: PlacedAccount<Implied>;
}

export interface GapLayout {
  readonly rows: readonly PlacedStage[];
  /** What each group of rows measures; none where there is one group. */
  readonly measures: readonly Label[];
  readonly plot: Plot;
  /** The share at the right edge of the plot. */
  readonly end: number;
  readonly place: Place;
}

/** Rows with names in a column on the left where there is room for one, and above their marks on a phone. */
export function gapLayout({ measure, rows, also }: Gap, frame: Frame, pen: Pen): GapLayout {
  const { size } = pen;
  const u = size.unit;
  const groups = [{ measure, rows }, ...(also === undefined || size.id === 'card' ? [] : [also])];
  const all = groups.flatMap((group) => group.rows);
  const column = columnOf(all, pen);
  const [left, right] = [frame.left + column, frame.left + size.width];
  const end = scaleEnd(all.flatMap(marksOf));
  const place = placeBetween(left, right, end);
  const pitch = size.heading + (size.id === 'narrow' ? 114 : size.id === 'card' ? 66 * u : 77);
  const head = groups.length > 1 ? size.heading + 14 * u : 0;
  const measures: Label[] = [];
  let y = frame.top;
  const placed = groups.flatMap((group) => {
    const [x, halo] = [frame.left + insetOf(size), pen.colour.paper];
    if (head > 0) {
      const run = {
        text: group.measure,
        weight: 500,
        colour: pen.colour.ink,
        size: size.heading * 1.15,
      } as const;
      measures.push({ x, y: y + size.heading, size: size.heading, typeface: 'serif', halo, runs: [run] });
    }
    y += head;
    return group.rows.map((row) => {
      const stage = placeStage(row, { x, y, right, place }, pen);
      y += pitch;
      return stage;
    });
  });
  const bottom = (placed.at(-1)?.employer.y ?? frame.top) + 18 * u;
  return { rows: placed, measures, plot: { left, top: frame.top, right, bottom }, end, place };
}

function placeStage(
  { label, seeker, employer }: GapRow,
  at: { readonly x: number; readonly y: number; readonly right: number; readonly place: Place },
  pen: Pen,
): PlacedStage {
  const { x, right, place } = at;
  const { colour, size } = pen;
  const phone = size.id === 'narrow';
  const titleY = at.y + size.heading;
  const seekerY = titleY + (phone ? 40 : 22 * size.unit);
  const employerY = seekerY + (phone ? 46 : 26 * size.unit);
  const halo = colour.paper;
  const headingOf = (side: SeriesHeading['side'], group: Share | Implied | Withheld, y: number) => ({
    side,
    text: sideNames[side],
    n: isWithheld(group) ? undefined : count(group.n),
    asOf: group.asOf,
    x,
    y: phone ? y - 15 : y + size.label * 0.34,
    size: size.label,
    halo,
  });
  const share = { weight: 600, size: size.value } as const;
  return {
    title: {
      x,
      y: titleY,
      size: size.heading,
      halo,
      runs: [{ text: label, weight: 600, colour: colour.ink }],
    },
    seeker: {
      value: seeker,
      heading: headingOf('job_seeker', seeker, seekerY),
      y: seekerY,
      words: isWithheld(seeker)
        ? undefined
        : besideMark([place(seeker.lo), place(seeker.hi)], seekerY, right, pen, [
            { ...share, text: percent(seeker), colour: colour.seeker },
            {
              text: `${isWideRange(seeker) ? ' wide range' : ''} ${percentRange(seeker.lo, seeker.hi)}`,
              colour: colour['ink-2'],
            },
          ]),
    },
    employer: {
      value: employer,
      heading: headingOf('employer', employer, employerY),
      y: employerY,
      words: isWithheld(employer)
        ? undefined
        : besideMark([place(employer.lower), place(employer.upper)], employerY, right, pen, [
            { ...share, text: percentRange(employer.lower, employer.upper), colour: colour.employer },
          ]),
    },
  };
}

/** The room that names take on the left; none on a phone, where they stand above their marks. */
function columnOf(rows: readonly GapRow[], { measure, size }: Pen): number {
  if (size.id === 'narrow') return 0;
  const names = rows.flatMap(({ label, seeker, employer }) => [
    measure(label, font(size.heading, 600)),
    ...[seeker, employer].map((group) => {
      const since = group.asOf === undefined ? '' : `, as of ${group.asOf}`;
      const n = isWithheld(group) ? '' : ` n = ${count(group.n)}${since}`;
      return measure(`${sideNames.job_seeker}${n}`, font(size.label, 600)) + size.label * 1.15;
    }),
  ]);
  return Math.ceil(Math.max(0, ...names) + 18 * size.unit);
}

const marksOf = ({ seeker, employer }: GapRow): readonly number[] => [
  ...(isWithheld(seeker) ? [] : [seeker.hi]),
  ...(isWithheld(employer) ? [] : [employer.upper]),
];
