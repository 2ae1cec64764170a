import { hoursInWords, hoursRange } from '../../src/figures/hoursInWords.ts';
import { isWithheld, type Withheld } from '../../src/figures/parts.ts';
import type { Hours, MedianSeries, Medians } from '../../src/figures/mediansFigure.ts';
import { sample, share, tooFew } from './figureParts.ts';

const hours = (from: number, to: number | null = from): Hours => ({ from, to });

const row = (id: string, label: string, n: number, lo: Hours, middle: Hours, hi: Hours): MedianSeries => ({
  id,
  side: 'job_seeker',
  label,
  shortLabel: label,
  n,
  middle,
  range: { lo, hi },
  parts: [
    share('h2', '2 hours', '2 hours', 20, n),
    share('h81p', '81 hours or more', '81 hours or more', 0, n),
  ],
});

const medians = (...series: readonly (MedianSeries | Withheld)[]): Medians => ({
  form: 'medians',
  id: 'hours',
  name: 'Hours put in',
  asked: [
    {
      side: 'job_seeker',
      whom: 'Job seekers, by how far they got',
      question: 'About how many hours did it take you in all?',
    },
  ],
  notes: ['A middle answer has as many answers above it as below.'],
  provenance: sample('hours'),
  findings: series.flatMap((one) =>
    isWithheld(one)
      ? []
      : [
          {
            kind: 'median',
            says: `an application typically took ${hoursInWords(one.middle)} in all`,
            middle: hoursInWords(one.middle),
            n: one.n,
            stretches: { middle: 1, range: 1 },
            between: hoursRange(one.range.lo, one.range.hi),
          },
        ],
  ),
  series,
  rowHeading: 'Hours',
  howToRead: 'A dot is a middle answer of one hour’s breadth, a bar one within a stretch of hours.',
  doesNotShow: 'It does not show how much time applying takes in all.',
});

const applied = row('applied', 'Only applied', 98, hours(2), hours(2), hours(3));
const interviewed = row('interviewed', 'Interviewed', 87, hours(9, 10), hours(9, 10), hours(11, 15));

export const mediansFigures = {
  usual: medians(
    interviewed,
    row('screened', 'Screening, test or task', 55, hours(5), hours(6, 8), hours(9, 10)),
    applied,
  ),
  smallN: medians(row('interviewed', 'Interviewed', 31, hours(4), hours(11, 15), hours(31, 40)), applied),
  open: medians(
    row('interviewed', 'Interviewed', 40, hours(41, 80), hours(81, null), hours(81, null)),
    applied,
  ),
  withheld: medians(interviewed, tooFew('applied', 'job_seeker', 'Only applied')),
  allWithheld: medians(
    tooFew('interviewed', 'job_seeker', 'Interviewed'),
    tooFew('applied', 'job_seeker', 'Only applied'),
  ),
  carried: medians({ ...interviewed, asOf: '2026-10' }, applied),
  zero: medians(row('applied', 'Only applied', 98, hours(0, 1), hours(0, 1), hours(0, 1))),
  all: medians({
    ...row('applied', 'Only applied', 98, hours(81, null), hours(81, null), hours(81, null)),
    parts: [share('h81p', '81 hours or more', '81 hours or more', 98, 98)],
  }),
  longLabels: medians(
    row('applied', 'A group with a name as long as a line', 98, hours(2), hours(2), hours(21, 30)),
  ),
} satisfies Record<string, Medians>;
