import type { SideId } from '../survey/question.ts';
import { literal } from '../survey/sql.ts';
import { segments, type Segment } from './segments.ts';

export const segmentsOf = (side: SideId): readonly Segment[] =>
  segments.filter(({ sides }) => sides.includes(side));

/** The answers in each category of a segment, with the question that they answer. */
const cellsOf = ({ id, categories, asides }: Segment) =>
  [...categories, ...asides].map(({ code, where }) => {
    if (!('in' in where)) throw new Error(`The segment ${id} is not made of answers to one question.`);
    return { code, question: where.variable, answers: where.in };
  });

/** The question whose answers a segment groups. Throws where there is more than one. */
export function questionOf(segment: Segment): string {
  const [question, ...others] = new Set(cellsOf(segment).map((cell) => cell.question));
  if (question === undefined || others.length > 0)
    throw new Error(`The segment ${segment.id} is not made of answers to one question.`);
  return question;
}

/** The column of the answers that a segment groups. */
export const answerName = (segment: Segment): string => `answer_${questionOf(segment)}`;

/** The category that an `answer` is in, as text, of the `segment` beside it. */
export function categoryColumn(side: SideId): string {
  const bySegment = segmentsOf(side).map((segment) => {
    const cases = cellsOf(segment).map(
      ({ code, answers }) => `when answer in (${answers.map(literal).join(', ')}) then ${literal(code)}`,
    );
    return `when ${literal(segment.id)} then case ${cases.join(' ')} end`;
  });
  return `case segment ${bySegment.join(' ')} end`;
}
