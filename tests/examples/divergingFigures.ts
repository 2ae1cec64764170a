import type { Diverging, LadderSeries } from '../../src/figures/ladderFigure.ts';
import type { Withheld } from '../../src/figures/parts.ts';
import { sample, share, tooFew } from './figureParts.ts';

const POINTS = [
  ['p1', 'Much lower', 'Much lower', 'low-2'],
  ['p2', 'Somewhat lower', 'Somewhat lower', 'low-1'],
  ['p3', 'No change', 'No change', 'mid'],
  ['p4', 'Somewhat higher', 'Somewhat higher', 'high-1'],
  ['p5', 'Much higher', 'Much higher', 'high-2'],
] as const;

function row(id: string, label: string, counts: readonly number[]): LadderSeries {
  const n = counts.reduce((sum, x) => sum + x, 0);
  const lower = (counts[0] ?? 0) + (counts[1] ?? 0);
  return {
    id,
    side: 'job_seeker',
    label,
    shortLabel: label,
    n,
    parts: POINTS.map(([code, of, short, tone], i) => ({
      ...share(code, of, short, counts[i] ?? 0, n),
      tone,
    })),
    sum: {
      ...share('lower', 'lower', 'lower', lower, n),
      base: `people given ${label.toLowerCase()}`,
      predicate: 'have less confidence in applying for other jobs',
    },
    sumFrom: 'start',
  };
}

const diverging = (...series: readonly (LadderSeries | Withheld)[]): Diverging => ({
  form: 'diverging',
  id: 'confidence',
  name: 'Confidence afterwards',
  asked: [
    {
      side: 'job_seeker',
      whom: 'Job seekers who were turned down or left without an answer',
      question: 'How did the way this ended change your confidence in applying for other jobs?',
    },
  ],
  notes: ['The rows are groups of different people.'],
  provenance: sample('confidence'),
  series,
  rowHeading: 'What they were told',
  howToRead: 'All bars straddle the middle of the third answer.',
  doesNotShow: 'It does not show what changed anybody’s confidence.',
});

const silence = row('silence', 'No answer at all', [23, 25, 12, 7, 5]);
const about = row('specific', 'A reason about them', [5, 5, 11, 11, 6]);
const withheld = tooFew('actionable', 'job_seeker', 'And something to do');

export const divergingFigures = {
  usual: diverging(silence, row('form', 'A standard message', [17, 33, 26, 8, 6]), about),
  smallN: diverging(
    row('silence', 'No answer at all', [10, 8, 6, 5, 3]),
    row('form', 'A standard message', [9, 6, 7, 5, 4]),
  ),
  withheld: diverging(silence, withheld),
  allWithheld: diverging(tooFew('silence', 'job_seeker', 'No answer at all'), withheld),
  carried: diverging(silence, { ...about, asOf: '2026-10' }),
  zero: diverging(
    row('silence', 'No answer at all', [0, 0, 40, 0, 0]),
    row('form', 'A standard message', [0, 0, 0, 60, 140]),
  ),
  all: diverging(
    row('silence', 'No answer at all', [120, 0, 0, 0, 0]),
    row('form', 'A standard message', [0, 0, 0, 0, 34]),
  ),
  longLabels: diverging(
    row('silence', 'A name that is much longer than a row has room for', [23, 25, 12, 7, 5]),
    about,
  ),
} satisfies Record<string, Diverging>;
