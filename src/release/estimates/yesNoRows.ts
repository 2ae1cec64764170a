import { questionnaire } from '../../survey/questionnaire.ts';
import { employers } from '../bases.ts';
import { answersTo, noAnswerTo } from '../cells.ts';
import type { EstimateDefinition, SeriesDefinition } from '../series.ts';

function rowsOf(id: string) {
  const question = questionnaire.sides.employer.questions.find((entry) => entry.id === id);
  if (question?.kind !== 'rows') throw new Error(`The employers’ question ${id} has no rows.`);
  return question.rows;
}

const ofRow = ({ id, label }: { readonly id: string; readonly label: string }): SeriesDefinition => ({
  id,
  side: 'employer',
  label,
  shortLabel: label,
  base: employers,
  cells: answersTo(id, 'yes', 'no'),
  asides: noAnswerTo(id),
  indicators: [{ id: 'yes', label: `say yes to “${label}”`, cells: ['yes'] }],
  segments: [],
});

/** One series a row: its base is the people who answered that row, so percentages add up to more than 100 (protocol 2.5). */
const yesNoRows = (
  head: Pick<EstimateDefinition, 'id' | 'slug' | 'name'>,
  question: string,
): EstimateDefinition => ({
  ...head,
  questions: [{ side: 'employer', id: question }],
  series: rowsOf(question).map(ofRow),
  comparisons: [],
});

/** E13: what keeps employers from giving more feedback. */
export const barriers = yesNoRows(
  { id: 'E13', slug: 'barriers', name: 'What gets in the way' },
  'e_barriers',
);

/** E14: what exists where they hire that could help. */
export const support = yesNoRows({ id: 'E14', slug: 'support', name: 'What there is to help' }, 'e_has');
