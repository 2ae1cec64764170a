import type { Dumbbell, DumbbellRow } from '../../figures/dumbbellFigure.ts';
import { isWithheld, type Share, type Withheld } from '../../figures/parts.ts';
import type { SideId } from '../../survey/question.ts';
import { placeBetween, type Frame, type Place, type Plot } from '../canvas/drawing.ts';
import { font, type Label, labelWidth, type Pen, type Run } from '../canvas/label.ts';
import { insetOf } from '../canvas/size.ts';
import { besideMark, roomyEnd } from '../marks/rangeMark.ts';
import type { SeriesHeading } from '../marks/seriesHeading.ts';
import { shareLabels } from '../marks/shareLabel.ts';
import { placeSides, sidesDrop, type SideBases } from '../marks/sidesLine.ts';
import { wrapLabel } from '../marks/wrapLabel.ts';
import { sideIds } from '../../survey/sides.ts';

/** What one side gave as its answer, with the middle of its mark in pixels and the words beside that. */
export interface PlacedShare {
  readonly side: SideId;
  readonly value: Share | Withheld;
  readonly y: number;
  readonly words: Label | undefined;
}

export interface DumbbellLayout {
  readonly sides: readonly SeriesHeading[];
  readonly rows: readonly { readonly names: readonly Label[]; readonly marks: readonly PlacedShare[] }[];
  readonly plot: Plot;
  /** The share at the right edge of the plot. */
  readonly end: number;
  readonly place: Place;
}

const of = (row: DumbbellRow, side: SideId): Share | Withheld =>
  side === 'job_seeker' ? row.seeker : row.employer;

/** Rows close under each other; a card closes up as far as its type allows. */
export function dumbbellLayout({ rows }: Dumbbell, frame: Frame, pen: Pen): DumbbellLayout {
  const { size } = pen;
  const u = size.unit;
  const phone = size.id === 'narrow';
  const line = size.label * 1.2;
  const { names, column } = wrapNames(rows, pen);
  const bases = sideIds.map((side) => basesOf(rows, side));
  const sidesY = frame.top + size.label;
  const top = sidesY + sidesDrop(bases, pen) + 12 * u;
  const room = (frame.height ?? Infinity) - (top - frame.top);
  const many = Math.max(1, rows.length);
  const step = Math.min(20 * u, Math.max(size.value * 1.02, room / (2.5 * many)));
  const between = Math.min(14 * u, Math.max(4, (room - 2 * step * rows.length) / many));
  const [left, right] = [frame.left + column, frame.left + size.width];
  const end = roomyEnd(worded(rows, pen), right - left, pen);
  const place = placeBetween(left, right, end);

  let y = top;
  const placed = rows.map((row, i) => {
    const lines = names[i] ?? [];
    const marksTop = phone ? y + lines.length * line + 2 : y;
    const nameTop = phone ? y : marksTop + step - (lines.length * line) / 2;
    y = marksTop + 2 * step + between;
    return {
      names: lines.map((text, k): Label => ({
        x: frame.left + insetOf(size),
        y: nameTop + k * line + line / 2 + size.label * 0.34,
        size: size.label,
        halo: pen.colour.paper,
        runs: [{ text, colour: pen.colour.ink }],
      })),
      marks: sideIds.map((side, k): PlacedShare => {
        const value = of(row, side);
        const at = marksTop + (k + 0.5) * step;
        if (isWithheld(value)) return { side, value, y: at, words: undefined };
        const range = [place(value.lo), place(value.hi)] as const;
        const words = besideMark(range, at, { left, right }, pen, shareLabels(value, side, pen, true));
        return { side, value, y: at, words };
      }),
    };
  });
  const sides = placeSides(bases, { x: frame.left, y: sidesY }, pen);
  return { sides, rows: placed, plot: { left, top, right, bottom: y - between / 2 }, end, place };
}

/** The rows’ names in lines, and the room that they take on the left: none on a phone, where they stand above. */
function wrapNames(rows: readonly DumbbellRow[], { measure, size }: Pen) {
  const phone = size.id === 'narrow';
  const most = size.id === 'card' ? 400 : 240;
  const gap = 18 * size.unit;
  const names = rows.map(({ label }) =>
    wrapLabel(label, size.label, phone ? size.width : most - gap, measure),
  );
  const longest = names.flat().map((text) => measure(text, font(size.label)));
  return { names, column: phone ? 0 : Math.ceil(Math.max(0, ...longest) + gap) };
}

const widthOf = (runs: readonly Run[], { size, measure }: Pen): number =>
  labelWidth({ size: size.small, runs }, measure);

/** Who answered on a side, and since when it stands: one series a side, so the same in every row. */
function basesOf(rows: readonly DumbbellRow[], side: SideId): SideBases {
  const all = rows.map((row) => of(row, side));
  return {
    side,
    ns: all.flatMap((value) => (isWithheld(value) ? [] : [value.n])),
    asOf: all.map(({ asOf }) => asOf).find((release) => release !== undefined),
  };
}

/** The ranges of all rows with the room that the words beside them take. */
const worded = (rows: readonly DumbbellRow[], pen: Pen) =>
  rows.flatMap((row) =>
    sideIds.flatMap((side) => {
      const value = of(row, side);
      if (isWithheld(value)) return [];
      return [{ ...value, words: widthOf(shareLabels(value, side, pen, true)[0], pen) }];
    }),
  );
