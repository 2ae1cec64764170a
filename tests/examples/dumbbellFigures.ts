import type { Dumbbell, DumbbellRow } from '../../src/figures/dumbbellFigure.ts';
import { fewOf, sample, share, tooFew } from './figureParts.ts';

type Counts = readonly [x: number, n: number];

const row = (id: string, label: string, seeker: Counts, employer: Counts): DumbbellRow => ({
  id,
  label,
  seeker: share(id, label, label, ...seeker),
  employer: share(id, label, label, ...employer),
});

const dumbbell = (...rows: readonly DumbbellRow[]): Dumbbell => ({
  form: 'dumbbell',
  id: 'most-useful',
  name: 'What would help most',
  asked: [
    {
      side: 'job_seeker',
      whom: 'Job seekers who were told no or left without an answer',
      question: 'When you are turned down, which one of these is most useful to you?',
    },
  ],
  notes: ['Each person chose one answer.'],
  provenance: sample('most-useful'),
  findings: [],
  rows,
  measure: 'Share that chose it',
  rowHeading: 'Answer',
  howToRead: 'A round mark is the share of job seekers, a square one the share of employers.',
  doesNotShow: 'It does not show what helps anybody get the next job.',
});

const quick = row('quick_no', 'A quick, clear no', [179, 880], [100, 448]);
const reason = row('reason', 'The main reason', [202, 880], [138, 448]);

export const dumbbellFigures = {
  usual: dumbbell(
    quick,
    reason,
    row('compare', 'How I compared with what the job needed', [176, 880], [62, 448]),
    row('nothing', 'None of these', [29, 880], [31, 448]),
  ),
  smallN: dumbbell(
    row('quick_no', 'A quick, clear no', [12, 31], [14, 32]),
    row('reason', 'The main reason', [3, 31], [4, 32]),
  ),
  withheld: dumbbell(
    { ...quick, employer: tooFew('employer', 'employer', 'Employers') },
    { ...reason, employer: tooFew('employer', 'employer', 'Employers') },
  ),
  allWithheld: dumbbell({
    ...quick,
    seeker: tooFew('job_seeker', 'job_seeker', 'Job seekers'),
    employer: tooFew('employer', 'employer', 'Employers'),
  }),
  hidden: dumbbell(
    { ...quick, seeker: fewOf('quick_no', 'job_seeker', 'A quick, clear no', 880) },
    {
      ...reason,
      seeker: fewOf('reason', 'job_seeker', 'The main reason', 880),
      employer: fewOf('reason', 'employer', 'The main reason', 448),
    },
  ),
  carried: dumbbell(
    { ...quick, employer: { ...share('quick_no', '', '', 100, 448), asOf: '2026-10' } },
    reason,
  ),
  zero: dumbbell(row('quick_no', 'A quick, clear no', [0, 87], [0, 240])),
  all: dumbbell(row('quick_no', 'A quick, clear no', [87, 87], [240, 240])),
  longLabels: dumbbell(
    row(
      'quick_no',
      'An answer that is much longer than the column for names has room for',
      [30, 87],
      [20, 240],
    ),
  ),
} satisfies Record<string, Dumbbell>;
