import { canvasOf, paint, stillOptions, type Drawing, type Frame } from '../canvas/drawing.ts';
import type { Gap, GapRow } from '../../figures/gapFigure.ts';
import { isWithheld } from '../../figures/parts.ts';
import { footing } from '../marks/footing.ts';
import { gapLayout } from './gapLayout.ts';
import { drawEmployer, drawSeeker, type Place } from './gapMarks.ts';
import { font, writeLabel, type Measure } from '../canvas/label.ts';
import type { Pen } from '../canvas/pen.ts';
import { count } from '../../figures/percent.ts';
import { seriesHeading } from '../marks/seriesHeading.ts';
import { sideNames } from '../../figures/sideNames.ts';
import { shareAxis } from '../canvas/shareAxis.ts';
import { scaleEnd } from '../canvas/scaleEnd.ts';
import { axisHeight, insetOf, type Size } from '../canvas/size.ts';
import type { Words } from '../../words/words.ts';

/**
 * What each side says of the same stage. A job seeker tells of one application, so theirs is a share: a round mark
 * with its range. An employer chose a band, so theirs is an interval, hatched and square, and has no point.
 */
export function gap(figure: Gap, words: Words, size: Size, frame: Frame, pen: Pen): Drawing {
  const { colour } = pen;
  const u = size.unit;
  const also = size.id === 'card' ? undefined : figure.also;
  const groups = also === undefined ? [figure.rows] : [figure.rows, also.rows];
  const { rows, headings, bottom, column } = gapLayout(groups, size, frame, pen.measure);
  const max = scaleEnd(marks(groups.flat()));
  const axis = axisHeight(size);
  const foot = footing(figure, footingOf(figure, words, size, column, pen.measure), {
    size,
    left: frame.left,
    top: size.id === 'card' ? bottom + 4 * u : bottom + axis,
    pen,
  });
  const page = canvasOf(frame, size.width, foot.bottom);
  const seekers = rows.flatMap(({ row, seekerY }) =>
    isWithheld(row.seeker) ? [] : [{ x: row.seeker.share, y: seekerY }],
  );
  const employers = rows.flatMap(({ row, employerY }) =>
    isWithheld(row.employer) ? [] : [{ x: [row.employer.lower, row.employer.upper] as const, y: employerY }],
  );
  const wordsX = frame.left + insetOf(size);
  const empty = seekers.length === 0 && employers.length === 0;
  return {
    width: page.width,
    height: page.height,
    bottom: Math.max(foot.bottom, bottom + axis),
    config: {
      type: 'bar',
      data: {
        datasets: [
          {
            type: 'scatter',
            data: seekers,
            clip: false,
            order: 0,
            pointRadius: 7 * u,
            pointBackgroundColor: colour.seeker,
            pointBorderWidth: 0,
          },
          {
            type: 'bar',
            data: employers,
            clip: false,
            order: 1,
            backgroundColor: colour['employer-wash'],
            barThickness: 16 * u,
            grouped: false,
            inflateAmount: 0,
          },
        ],
      },
      options: {
        ...stillOptions({
          left: frame.left + column,
          top: frame.top,
          right: frame.left,
          bottom: page.height - bottom - axis,
        }),
        indexAxis: 'y',
        scales: {
          x: shareAxis({ max, size, colour, shown: !empty, height: axis }),
          y: { type: 'linear', display: false, min: frame.top, max: bottom, reverse: true, offset: false },
        },
      },
      plugins: [
        paint('over', 'gap-marks', (chart) => {
          const { ctx, scales } = chart;
          const { x } = scales;
          if (x === undefined) return;
          const place: Place = (share) => x.getPixelForValue(share);
          for (const [i, y] of headings.entries()) {
            const text = i === 0 ? figure.measure : (also?.measure ?? '');
            const runs = [{ text, weight: 500 as const, colour: colour.ink, size: size.heading * 1.15 }];
            const halo = colour.paper;
            writeLabel(ctx, { x: wordsX, y, size: size.heading, typeface: 'serif', halo, runs });
          }
          for (const { row, titleY, seekerY, employerY, seekerLabelY, employerLabelY } of rows) {
            const halo = colour.paper;
            const title = { text: row.label, weight: 600, colour: colour.ink } as const;
            writeLabel(ctx, { x: wordsX, y: titleY, size: size.heading, halo, runs: [title] });
            for (const [side, group, y] of [
              ['job_seeker', row.seeker, seekerLabelY],
              ['employer', row.employer, employerLabelY],
            ] as const) {
              const n = isWithheld(group) ? undefined : count(group.n);
              seriesHeading(
                ctx,
                {
                  side,
                  text: sideNames[side],
                  n,
                  asOf: group.asOf,
                  x: wordsX,
                  y,
                  size: size.label,
                  halo,
                },
                pen,
              );
            }
            drawSeeker(ctx, row.seeker, seekerY, {
              place,
              size,
              pen,
              left: frame.left + column,
              right: place(max),
            });
            drawEmployer(ctx, row.employer, employerY, {
              place,
              size,
              pen,
              left: frame.left + column,
              right: place(max),
            });
          }
          foot.draw(ctx);
        }),
      ],
    },
  };
}

/** A phone has no room for more than what the axis counts, and a card for that only beside the axis. */
function footingOf(
  { measure: counted }: Gap,
  { footing: { axis } }: Words,
  size: Size,
  column: number,
  measure: Measure,
): readonly string[] {
  switch (size.id) {
    case 'wide':
      return axis;
    case 'narrow':
      return axis.slice(0, -1);
    case 'card':
      return measure(counted, font(size.small)) < column ? [counted] : [];
  }
}

const marks = (rows: readonly GapRow[]): readonly number[] =>
  rows.flatMap(({ seeker, employer }) => [
    ...(isWithheld(seeker) ? [] : [seeker.hi]),
    ...(isWithheld(employer) ? [] : [employer.upper]),
  ]);
