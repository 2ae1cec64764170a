import { atStage, employers, stages, turnedDownOrWaiting, type StageId } from '../bases.ts';
import { answer, cell, noAnswerTo } from '../cells.ts';
import { either, is } from '../conditions.ts';
import type { Cell, EstimateDefinition, SeriesDefinition } from '../series.ts';

/** What an employer’s band says in percent (protocol 1.4, band). */
const bands = [
  ['none', 0, 0],
  ['lt25', 1, 24],
  ['q25_49', 25, 49],
  ['q50_74', 50, 74],
  ['q75_99', 75, 99],
  ['all', 100, 100],
] as const;

const bandsOf = (variable: string): readonly Cell[] =>
  bands.map(([code, ...percent]) => ({ ...answer(variable, code), percent }));

/** People who are not told get no reason, so a row that was skipped after “none” counts as none (protocol 1.6). */
function reasonBandsOf(stage: StageId): Pick<SeriesDefinition, 'cells' | 'asides'> {
  const [told, reason] = [`e_told_${stage}`, `e_reason_${stage}`];
  const alsoAfter = (code: string, part: Cell): Cell =>
    part.code === code ? { ...part, where: either(part.where, is(told, code)) } : part;
  return {
    cells: bandsOf(reason).map((part) => alsoAfter('none', part)),
    asides: [answer(reason, 'na_stage'), ...noAnswerTo(reason)].map((part) => alsoAfter('na_stage', part)),
  };
}

const ofBoth = (
  stage: (typeof stages)[number],
  prefix: string,
  seeker: Pick<SeriesDefinition, 'cells' | 'asides' | 'indicators'>,
  employer: Pick<SeriesDefinition, 'cells' | 'asides'>,
): readonly SeriesDefinition[] => [
  {
    id: `job_seeker_${prefix}${stage.id}`,
    side: 'job_seeker',
    label: stage.label,
    shortLabel: stage.label,
    base: atStage(turnedDownOrWaiting, stage),
    ...seeker,
    segments: [],
  },
  {
    id: `employer_${prefix}${stage.id}`,
    side: 'employer',
    label: stage.label,
    shortLabel: stage.label,
    base: employers,
    ...employer,
    // Bands are not yes-or-no answers: together they imply an interval (protocol 2.7).
    indicators: [],
    segments: [],
  },
];

const told = (stage: (typeof stages)[number]) =>
  ofBoth(
    stage,
    '',
    {
      cells: [
        cell('told', 'Told', is('s_outcome', 'rejected_told')),
        cell('not_told', 'Not told', is('s_outcome', 'silent')),
      ],
      asides: [],
      indicators: [{ id: 'told', label: 'were told that they were not selected', cells: ['told'] }],
    },
    {
      cells: bandsOf(`e_told_${stage.id}`),
      asides: [answer(`e_told_${stage.id}`, 'na_stage'), ...noAnswerTo(`e_told_${stage.id}`)],
    },
  );

const reason = (stage: (typeof stages)[number]) =>
  ofBoth(
    stage,
    'reason_',
    {
      cells: [
        cell('given', 'Given a reason about them', is('s_explanation', 'specific', 'actionable')),
        cell(
          'not_given',
          'Given none',
          either(is('s_outcome', 'silent'), is('s_explanation', 'form', 'generic')),
        ),
      ],
      asides: noAnswerTo('s_explanation'),
      indicators: [{ id: 'given', label: 'were given a reason about them', cells: ['given'] }],
    },
    reasonBandsOf(stage.id),
  );

/** E11: whether people are told, and told why, by how far they got, both sides. */
export const byStage: EstimateDefinition = {
  id: 'E11',
  slug: 'told-by-stage',
  name: 'Told, by how far people got',
  questions: [
    { side: 'job_seeker', id: 's_outcome' },
    { side: 'employer', id: 'e_told' },
    { side: 'job_seeker', id: 's_explanation' },
    { side: 'employer', id: 'e_reason' },
  ],
  series: [...stages.flatMap(told), ...stages.flatMap(reason)],
  // A share and an interval from bands are two different units: no difference is computed (protocol 2.2).
  comparisons: [],
};
