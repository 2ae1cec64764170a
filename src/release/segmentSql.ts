import type { SideId } from '../survey/question.ts';
import { literal } from '../survey/sql.ts';
import { variablesEver } from './asked.ts';
import { segments, type Segment } from './segments.ts';

export const segmentsOf = (side: SideId): readonly Segment[] =>
  segments.filter(({ sides }) => sides.includes(side));

const refusal = ({ id }: Segment): Error =>
  new Error(`The segment ${id} is not made of answers to one question a side.`);

const isAsked = (side: SideId, variable: string): boolean =>
  variablesEver[side].some(({ id }) => id === variable);

/** The answers in each category of a segment, with the question of the side that they answer. */
const cellsOf = (segment: Segment, side: SideId) =>
  [...segment.categories, ...segment.asides].map(({ code, where }) => {
    const lists = ('any' in where ? where.any : [where]).flatMap((part) => ('in' in part ? [part] : []));
    const [own, ...others] = lists.filter(({ variable }) => isAsked(side, variable));
    if (own === undefined || others.length > 0) throw refusal(segment);
    return { code, question: own.variable, answers: own.in };
  });

/** The question whose answers a segment groups on a side. Throws where there is more than one. */
export function questionOf(segment: Segment, side: SideId): string {
  const [question, ...others] = new Set(cellsOf(segment, side).map((cell) => cell.question));
  if (question === undefined || others.length > 0) throw refusal(segment);
  return question;
}

/** The column of the answers that a segment groups. */
export const answerName = ({ id }: Segment): string => `answer_${id}`;

/** The category that an `answer` is in, as text, of the `segment` beside it. */
export function categoryColumn(side: SideId): string {
  const bySegment = segmentsOf(side).map((segment) => {
    const cases = cellsOf(segment, side).map(
      ({ code, answers }) => `when answer in (${answers.map(literal).join(', ')}) then ${literal(code)}`,
    );
    return `when ${literal(segment.id)} then case ${cases.join(' ')} end`;
  });
  return `case segment ${bySegment.join(' ')} end`;
}
