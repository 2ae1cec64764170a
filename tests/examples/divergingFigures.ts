import type { Diverging, LadderSeries } from '../../src/figures/ladderFigure.ts';
import type { Withheld } from '../../src/figures/parts.ts';
import { sumFound } from '../../src/figures/estimates/shareFound.ts';
import { hiddenAtTheEnd, sample, share, tooFew } from './figureParts.ts';

const POINTS = [
  ['p1', 'Not at all confident', 'Not at all', 'low-2'],
  ['p2', 'Slightly confident', 'Slightly', 'low-1'],
  ['p3', 'Moderately confident', 'Moderately', 'mid'],
  ['p4', 'Very confident', 'Very', 'high-1'],
  ['p5', 'Completely confident', 'Completely', 'high-2'],
] as const;

function row(id: string, label: string, counts: readonly number[]): LadderSeries {
  const n = counts.reduce((sum, x) => sum + x, 0);
  const confident = (counts[3] ?? 0) + (counts[4] ?? 0);
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
      ...share('confident', 'confident', 'confident', confident, n),
    },
    sumFrom: 'end',
  };
}

const diverging = (...series: readonly (LadderSeries | Withheld)[]): Diverging => ({
  form: 'diverging',
  straddles: true,
  id: 'confidence',
  name: 'Confidence afterwards',
  asked: [
    {
      side: 'job_seeker',
      whom: 'Job seekers who were told no or left without an answer',
      question: 'If you applied for a similar job today, how confident would you be of doing well?',
    },
  ],
  notes: ['The rows are groups of different people.'],
  provenance: sample('confidence'),
  findings: series.map((one) =>
    sumFound(one, { who: `people given ${one.label.toLowerCase()}`, does: 'feel confident' }),
  ),
  series,
  rowHeading: 'What they heard about why',
  howToRead: 'All bars straddle the middle of the third answer.',
  doesNotShow: 'It does not show what made anybody confident.',
});

const silence = row('none', 'Nothing', [23, 25, 12, 7, 5]);
const about = row('about_them', 'A reason about them', [5, 5, 11, 11, 6]);
const withheld = tooFew('about_them', 'job_seeker', 'A reason about them');

export const divergingFigures = {
  usual: diverging(silence, row('form', 'No reason, only the no', [17, 33, 26, 8, 6]), about),
  smallN: diverging(
    row('none', 'Nothing', [10, 8, 6, 5, 3]),
    row('form', 'No reason, only the no', [9, 6, 7, 5, 4]),
  ),
  withheld: diverging(silence, withheld),
  allWithheld: diverging(tooFew('none', 'job_seeker', 'Nothing'), withheld),
  carried: diverging(silence, { ...about, asOf: '2026-10' }),
  hidden: { ...diverging(silence, hiddenAtTheEnd(about)), straddles: false },
  zero: diverging(
    row('none', 'Nothing', [0, 0, 40, 0, 0]),
    row('form', 'No reason, only the no', [0, 0, 0, 60, 140]),
  ),
  all: diverging(
    row('none', 'Nothing', [120, 0, 0, 0, 0]),
    row('form', 'No reason, only the no', [0, 0, 0, 0, 34]),
  ),
  longLabels: diverging(
    row('none', 'A name that is much longer than a row has room for', [23, 25, 12, 7, 5]),
    about,
  ),
} satisfies Record<string, Diverging>;
