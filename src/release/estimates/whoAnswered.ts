import { questionnaire } from '../../survey/questionnaire.ts';
import { employers, jobSeekers } from '../bases.ts';
import { allAnswersTo, noAnswerTo } from '../cells.ts';
import type { Base, EstimateDefinition, SeriesDefinition } from '../series.ts';

const profile = (base: Base, variable: string, label: string, ...except: string[]): SeriesDefinition => ({
  id: `${base.side}_${variable}`,
  side: base.side,
  label: `${questionnaire.sides[base.side].people}, ${label}`,
  shortLabel: label,
  base,
  cells: allAnswersTo(variable, ...except),
  asides: noAnswerTo(variable),
  indicators: [],
  segments: [],
});

const ofBoth = (base: Base): readonly SeriesDefinition[] => [
  profile(base, 'industry', 'by the employer’s field'),
  profile(base, 'org_size', 'by the size of the employer'),
  profile(base, 'seniority', 'by the level of the job'),
  profile(base, 'region', 'by region'),
];

/** E16: who answered. It describes the people behind every other figure and generalizes to no one else. */
export const whoAnswered: EstimateDefinition = {
  id: 'E16',
  slug: 'who-answered',
  name: 'Who answered',
  questions: [
    ...(['industry', 'org_size', 'seniority', 'region'] as const).map((id) => ({
      side: 'job_seeker' as const,
      id,
    })),
    { side: 'employer', id: 'e_role' },
    { side: 'employer', id: 'e_volume' },
  ],
  series: [
    ...ofBoth(jobSeekers),
    profile(jobSeekers, 's_elapsed', 'by when their last step was', 'gt2y'),
    profile(jobSeekers, 's_stage', 'by how far they got'),
    ...ofBoth(employers),
    profile(employers, 'e_role', 'by their part in hiring', 'none'),
    profile(employers, 'e_volume', 'by how many they turn down'),
  ],
  comparisons: [],
};
