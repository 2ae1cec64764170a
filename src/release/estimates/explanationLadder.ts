import { atStage, employers, stages, turnedDownOrWaiting } from '../bases.ts';
import { answersTo, cell, noAnswerTo } from '../cells.ts';
import { is } from '../conditions.ts';
import { askedOfBoth } from '../segments.ts';
import type { EstimateDefinition, Indicator } from '../series.ts';

const rungs = ['form', 'generic', 'specific', 'actionable'] as const;

const indicators: readonly Indicator[] = [
  {
    id: 'specific',
    label: 'a reason about the person or the application',
    cells: ['specific', 'actionable'],
  },
];

/** E3: what was said about why, from nothing to something to do differently, both sides. */
export const explanationLadder: EstimateDefinition = {
  id: 'E3',
  slug: 'explanation-ladder',
  name: 'The explanation ladder',
  questions: [
    { side: 'job_seeker', id: 's_explanation' },
    { side: 'employer', id: 'e_form' },
  ],
  series: [
    // The furthest stage first: it is the one that employers were asked about.
    ...stages.toReversed().map((stage) => ({
      id: `job_seeker_${stage.id}`,
      side: 'job_seeker' as const,
      label: `Job seekers, ${stage.label.toLowerCase()}`,
      shortLabel: `Job seekers, ${stage.label.toLowerCase()}`,
      base: atStage(turnedDownOrWaiting, stage),
      cells: [
        cell('silence', 'No message', is('s_outcome', 'silent')),
        ...answersTo('s_explanation', ...rungs),
      ],
      asides: noAnswerTo('s_explanation'),
      indicators,
      segments: stage.id === 'interviewed' ? askedOfBoth : [],
    })),
    {
      id: 'employer_interviewed',
      side: 'employer',
      label: 'Employers, about people they interviewed',
      shortLabel: 'Employers, on interviewed people',
      base: employers,
      cells: [cell('silence', 'No message', is('e_form', 'nothing')), ...answersTo('e_form', ...rungs)],
      asides: [...answersTo('e_form', 'varies'), ...noAnswerTo('e_form')],
      indicators,
      segments: askedOfBoth,
    },
  ],
  comparisons: [],
};
