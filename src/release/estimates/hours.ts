import { atStage, jobSeekers, stages } from '../bases.ts';
import { noAnswerTo } from '../cells.ts';
import type { Cell, EstimateDefinition } from '../series.ts';
import { all } from '../../survey/condition.ts';

/** First and last hour of each band. People round to 5, 10, 20 and 40 hours, so a band ends there and each has enough people to be printed (protocol 3.3, P11); the last is open, to hide the longest answer (P10). */
const bands = [
  [0, 2],
  [3, 5],
  [6, 10],
  [11, 20],
  [21, 40],
  [41, null],
] as const;

const over = (hours: number) => ({ variable: 's_hours', over: hours });
const upTo = (hours: number) => ({ variable: 's_hours', upTo: hours });

const cells: readonly Cell[] = bands.map(([from, to]) => {
  const code = to === null ? `h${from}p` : `h${from}_${to}`;
  const label =
    to === null ? `${from} hours or more` : from === 0 ? `Up to ${to} hours` : `${from} to ${to} hours`;
  const where = to === null ? over(from - 1) : all(over(from - 1), upTo(to));
  return { code, label, where, hours: [from, to] };
});

/** E4: the hours people put in, by how far they got: the median with its confidence interval (protocol 2.3). */
export const hours: EstimateDefinition = {
  id: 'E4',
  slug: 'hours',
  name: 'Hours put in',
  questions: [{ side: 'job_seeker', id: 's_hours' }],
  series: stages.map((stage) => ({
    id: `job_seeker_${stage.id}`,
    side: 'job_seeker',
    label: stage.label,
    shortLabel: stage.label,
    base: atStage(jobSeekers, stage),
    cells,
    asides: noAnswerTo('s_hours'),
    indicators: [],
    segments: [],
  })),
  comparisons: [],
};
