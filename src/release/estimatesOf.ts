import { variablesOf } from '../survey/condition.ts';
import type { Question, SideId } from '../survey/question.ts';
import { catalogue } from './catalogue.ts';
import type { EstimateDefinition } from './series.ts';

/** Whether any base or class of an estimate looks at a variable of a question, on the same side. */
const looksAt = ({ series }: EstimateDefinition, side: SideId, ids: readonly string[]): boolean =>
  series.some(
    (entry) =>
      entry.side === side &&
      [entry.base, ...entry.cells, ...entry.asides].some(({ where }) =>
        variablesOf(where).some((variable) => ids.includes(variable)),
      ),
  );

/**
 * The estimates that a question feeds: those that print its wording, and those that it is said to feed and that count it.
 */
export function estimatesOf(side: SideId, question: Question): readonly EstimateDefinition[] {
  const ids = [question.id, ...(question.kind === 'rows' ? question.rows.map(({ id }) => id) : [])];
  return catalogue.filter(
    (estimate) =>
      estimate.questions.some((entry) => entry.side === side && entry.id === question.id) ||
      (question.feeds.includes(estimate.id) && looksAt(estimate, side, ids)),
  );
}
