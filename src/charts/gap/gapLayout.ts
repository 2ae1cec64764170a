import type { Gap, GapRow, Implied } from '../../figures/gapFigure.ts';
import { isWithheld, type Share, type Withheld } from '../../figures/parts.ts';
import { count, percentRange } from '../../figures/percent.ts';
import { sideNames } from '../../figures/sideNames.ts';
import { placeBetween, type Frame, type Place, type Plot } from '../canvas/drawing.ts';
import { font, type Label, labelWidth, type Pen, type Run } from '../canvas/label.ts';
import { insetOf, type Size } from '../canvas/size.ts';
import { besideMark, roomyEnd } from '../marks/rangeMark.ts';
import type { SeriesHeading } from '../marks/seriesHeading.ts';
import { shareLabels } from '../marks/shareLabel.ts';

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
  /** Not there at a stage that employers were not asked about. */
  readonly employer: PlacedAccount<Implied> | undefined;
}

export interface GapLayout {
  readonly rows: readonly PlacedStage[];
  readonly plot: Plot;
  /** The share at the right edge of the plot. */
  readonly end: number;
  readonly place: Place;
}

/** Rows with names in a column on the left where there is room for one, and above their marks on a phone. */
export function gapLayout({ rows }: Gap, frame: Frame, pen: Pen): GapLayout {
  const { size } = pen;
  const u = size.unit;
  const column = columnOf(rows, pen);
  const [left, right] = [frame.left + column, frame.left + size.width];
  const marks = rows.flatMap((row) => marksOf(row, pen));
  const end = roomyEnd(marks, right - left, pen);
  const place = placeBetween(left, right, end);
  const pitch = pitchOf(size);
  const x = frame.left + insetOf(size);
  let y = frame.top;
  const placed = rows.map((row) => {
    const stage = placeStage(row, { x, y, left, right, place }, pen);
    y += row.employer === undefined ? pitch - sidesApart(size) : pitch;
    return stage;
  });
  const last = placed.at(-1);
  const bottom = ((last?.employer ?? last?.seeker)?.y ?? frame.top) + 18 * u;
  return { rows: placed, plot: { left, top: frame.top, right, bottom }, end, place };
}

/** From stage to stage; a card has room for no more than its type needs. */
const pitchOf = (size: Size): number =>
  size.heading + (size.id === 'narrow' ? 114 : size.id === 'card' ? 54 * size.unit : 77);

/** From the mark of job seekers to that of employers. */
const sidesApart = ({ id, unit }: Size): number => (id === 'narrow' ? 46 : id === 'card' ? 22 * unit : 26);

/** Where a stage begins, and where shares lie in it. */
interface StagePlace {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly place: Place;
}

function placeStage({ label, seeker, employer }: GapRow, at: StagePlace, pen: Pen): PlacedStage {
  const { x } = at;
  const { colour, size } = pen;
  const phone = size.id === 'narrow';
  const titleY = at.y + size.heading;
  const seekerY = titleY + (phone ? 40 : (size.id === 'card' ? 18 : 22) * size.unit);
  const employerY = seekerY + sidesApart(size);
  const halo = colour.paper;
  const besideAt = (
    { lo, hi }: Pick<Share, 'lo' | 'hi'>,
    y: number,
    said: Parameters<typeof besideMark>[4],
  ): Label => {
    const words = besideMark([at.place(lo), at.place(hi)], y, at, pen, said);
    const isInside = words.align !== 'right' || words.x - labelWidth(words, pen.measure) >= at.left + 4;
    if (isInside) return words;
    // A range of nearly everything leaves them no room but over its end; on a phone that is beside the name.
    return { ...words, x: at.right, y: y - (phone ? 15 : 9 * size.unit) };
  };
  const headingOf = (side: SeriesHeading['side'], group: Share | Implied | Withheld, y: number) => ({
    side,
    text: sideNames[side],
    n: isWithheld(group)
      ? undefined
      : `${count(group.n)}${phone && 'bounds' in group ? boundsAfter(group) : ''}`,
    asOf: group.asOf,
    x,
    y: phone ? y - 15 : y + size.label * 0.34,
    size: size.label,
    halo,
  });
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
      words: isWithheld(seeker) ? undefined : besideAt(seeker, seekerY, wordsOfShare(seeker, pen)),
    },
    employer:
      employer === undefined
        ? undefined
        : {
            value: employer,
            heading: headingOf('employer', employer, employerY),
            y: employerY,
            words: isWithheld(employer)
              ? undefined
              : besideAt(employer.range, employerY, wordsOfBands(employer, pen)),
          },
  };
}

/** On a phone bounds stand beside the name: the room beside a mark is for its range, and hatching says that it is wide. */
const boundsAfter = ({ bounds }: Pick<Share, 'bounds'>): string =>
  bounds === undefined ? '' : `, bounds ${percentRange(bounds.lower, bounds.upper)}`;

function wordsOfShare({ bounds, ...share }: Share, pen: Pen) {
  const phone = pen.size.id === 'narrow';
  return shareLabels({ ...share, ...(!phone && bounds && { bounds }) }, 'job_seeker', pen, phone);
}

function wordsOfBands({ lower, upper, range }: Implied, { colour, size }: Pen) {
  const implied: Run = {
    text: percentRange(lower, upper),
    weight: 600,
    size: size.value,
    colour: colour.employer,
  };
  const ranged: Run = { text: ` ${percentRange(range.lo, range.hi)}`, colour: colour['ink-2'] };
  return [[implied, ranged], [implied]] as const;
}

/** The room that names take on the left; none on a phone, where they stand above their marks. */
function columnOf(rows: readonly GapRow[], { measure, size }: Pen): number {
  if (size.id === 'narrow') return 0;
  const names = rows.flatMap(({ label, seeker, employer }) => [
    measure(label, font(size.heading, 600)),
    ...[seeker, ...(employer === undefined ? [] : [employer])].map((group) => {
      const since = group.asOf === undefined ? '' : `, as of ${group.asOf}`;
      const n = isWithheld(group) ? '' : ` n = ${count(group.n)}${since}`;
      return measure(`${sideNames.job_seeker}${n}`, font(size.label, 600)) + size.label * 1.15;
    }),
  ]);
  return Math.ceil(Math.max(0, ...names) + 18 * size.unit);
}

/** The ranges of a stage with the room that the words beside them take. */
function marksOf({ seeker, employer }: GapRow, pen: Pen) {
  const widthOf = (runs: readonly Run[]) => labelWidth({ size: pen.size.small, runs }, pen.measure);
  return [
    ...(isWithheld(seeker) ? [] : [{ ...seeker, words: widthOf(wordsOfShare(seeker, pen)[0]) }]),
    ...(employer === undefined || isWithheld(employer)
      ? []
      : [{ ...employer.range, words: widthOf(wordsOfBands(employer, pen)[0]) }]),
  ];
}
