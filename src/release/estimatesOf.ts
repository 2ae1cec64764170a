import { variablesIn } from '../survey/condition.ts';
import type { Question, SideId } from '../survey/question.ts';
import { versions } from '../survey/versions/versions.ts';
import { questionsEver } from '../survey/codebook.ts';
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

/** Their ids, by the id of the question. Throws on a question that the side was never asked. */
export function feedsOf(side: SideId, id: string): readonly string[] {
  const question = questionsEver(versions, side).find((entry) => entry.question.id === id)?.question;
  if (question === undefined) throw new Error(`The ${side} side was never asked ${id}.`);
  return estimatesOf(side, question).map((estimate) => estimate.id);
}
