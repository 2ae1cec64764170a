import { variablesIn } from '../survey/condition.ts';
import type { Question, SideId } from '../survey/question.ts';
import { questionnaire } from '../survey/questionnaire.ts';
import { catalogue } from './catalogue.ts';
import type { EstimateDefinition, SeriesDefinition } from './series.ts';

/** The variables that a series counts or selects its base by. */
const looksAt = ({ base, cells, asides }: SeriesDefinition): readonly string[] =>
  [base, ...cells, ...asides].flatMap(({ where }) => variablesIn(where));

/** The estimates that a question feeds: those that count its answers or select their base by them. */
export function estimatesOf(side: SideId, question: Question): readonly EstimateDefinition[] {
  const ids = [question.id, ...(question.kind === 'rows' ? question.rows.map(({ id }) => id) : [])];
  return catalogue.filter(({ series }) =>
    series.some((entry) => entry.side === side && looksAt(entry).some((variable) => ids.includes(variable))),
  );
}

/** Their ids, by the id of the question. Throws on a question that the side is not asked. */
export function feedsOf(side: SideId, id: string): readonly string[] {
  const question = questionnaire.sides[side].questions.find((entry) => entry.id === id);
  if (question === undefined) throw new Error(`The ${side} side is not asked ${id}.`);
  return estimatesOf(side, question).map((estimate) => estimate.id);
}
