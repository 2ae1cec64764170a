import { timeCodes } from '../../survey/questions/codeLists.ts';
import { atStage, partOf, stages, turnedDownOrWaiting, turnedPersonDown } from '../bases.ts';
import { answersTo, noAnswerTo } from '../cells.ts';
import { is } from '../conditions.ts';
import { askedOfBoth } from '../segments.ts';
import type { EstimateDefinition, Indicator } from '../series.ts';

const answers = ['kept', 'late', 'broken', 'none'];

const indicators: readonly Indicator[] = [
  { id: 'promised', label: 'were given a date', cells: ['kept', 'late', 'broken'] },
  { id: 'kept', label: 'were given a date and heard by then', cells: ['kept'] },
];

/** E5: whether a date for the answer was given, and whether it was kept, both sides. */
export const promise: EstimateDefinition = {
  id: 'E5',
  slug: 'promise',
  name: 'A date for the answer',
  questions: [
    { side: 'job_seeker', id: 's_promised' },
    { side: 'employer', id: 'e_promised' },
  ],
  series: [
    ...stages.toReversed().map((stage) => ({
      id: `job_seeker_${stage.id}`,
      side: 'job_seeker' as const,
      label: `Job seekers, ${stage.label.toLowerCase()}`,
      shortLabel: `Job seekers, ${stage.label.toLowerCase()}`,
      base: atStage(turnedDownOrWaiting, stage),
      cells: answersTo('s_promised', ...answers),
      asides: noAnswerTo('s_promised'),
      indicators,
      segments: stage.id === 'interviewed' ? askedOfBoth : [],
    })),
    {
      id: 'employer_interviewed',
      side: 'employer',
      label: 'Employers, each about one interviewed person',
      shortLabel: 'Employers, on one person',
      base: partOf(
        turnedPersonDown,
        'person_told_or_not',
        'employers who know whether the person was told',
        is('e_time', ...timeCodes, 'dk', 'never'),
      ),
      cells: answersTo('e_promised', ...answers),
      asides: noAnswerTo('e_promised'),
      indicators,
      segments: askedOfBoth,
    },
  ],
  comparisons: [
    {
      a: { series: 'employer_interviewed', indicator: 'promised' },
      b: { series: 'job_seeker_interviewed', indicator: 'promised' },
    },
  ],
};
