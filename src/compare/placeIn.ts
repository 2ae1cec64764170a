import type { Cell, SeriesDefinition } from '../release/series.ts';
import type { Answers } from '../survey/answers.ts';
import { holds } from '../survey/condition.ts';

/** The cell of a series that one person’s answers are in, by the conditions that the release was counted with; none where they gave no such answer. */
export const placeIn = ({ cells }: SeriesDefinition, answers: Answers): Cell | undefined =>
  cells.find(({ where }) => holds(where, answers));
