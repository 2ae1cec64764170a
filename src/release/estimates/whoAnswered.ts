import { questionnaire } from '../../survey/questionnaire.ts';
import { employers, jobSeekers } from '../bases.ts';
import { allAnswersTo, noAnswerTo } from '../cells.ts';
import { segmentOf } from '../segments.ts';
import type { Base, EstimateDefinition, SeriesDefinition } from '../series.ts';

const profile = (
  base: Base,
  id: string,
  label: string,
  parts: Pick<SeriesDefinition, 'cells' | 'asides'>,
): SeriesDefinition => ({
  id: `${base.side}_${id}`,
  side: base.side,
  label: `${questionnaire.sides[base.side].people}, ${label}`,
  shortLabel: label,
  base,
  ...parts,
  partedBy: id,
  indicators: [],
  segments: [],
});

/** As coarse as tables are cut, because a fine profile beside a coarse cut would disclose it (protocol 1.4). */
const bySegment = (base: Base, id: string): SeriesDefinition => {
  const { label, categories, asides } = segmentOf(id);
  return profile(base, id, label.charAt(0).toLowerCase() + label.slice(1), { cells: categories, asides });
};

const byAnswer = (base: Base, variable: string, label: string, ...except: string[]): SeriesDefinition =>
  profile(base, variable, label, {
    cells: allAnswersTo(variable, ...except),
    asides: noAnswerTo(variable),
  });

const ofBoth = ['field4', 'size3', 'level3', 'region3'];

/** E16: who answered. It describes the people behind every other figure and stands for no one else. */
export const whoAnswered: EstimateDefinition = {
  id: 'E16',
  slug: 'who-answered',
  name: 'Who answered',
  isComposition: true,
  questions: [
    ...(['industry', 'org_size', 'seniority', 'region', 's_stage', 's_sent'] as const).map((id) => ({
      side: 'job_seeker' as const,
      id,
    })),
    { side: 'employer', id: 'e_role' },
    { side: 'employer', id: 'e_volume' },
    { side: 'employer', id: 'e_last' },
  ],
  series: [
    ...ofBoth.map((id) => bySegment(jobSeekers, id)),
    bySegment(jobSeekers, 'stage3'),
    byAnswer(jobSeekers, 's_sent', 'by how many jobs they applied for in three months'),
    ...ofBoth.map((id) => bySegment(employers, id)),
    byAnswer(employers, 'e_role', 'by their part in hiring', 'none'),
    byAnswer(employers, 'e_volume', 'by how many interviewed people they did not hire'),
    byAnswer(employers, 'e_last', 'by whether there was a person to describe'),
  ],
  comparisons: [],
};
