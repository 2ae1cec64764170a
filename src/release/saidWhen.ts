import { elapsedInFrame } from '../survey/frame.ts';
import { cell, noAnswerTo } from './cells.ts';
import type { Cell } from './series.ts';
import { all, either, is } from '../survey/condition.ts';

/** The person said when their last step was, so that everyone, told or silent, has had the same 45 days. */
const saidWhen = is('s_elapsed', ...elapsedInFrame);

/** Answers of those who said when their last step was. */
export const ofThoseWhoSaidWhen = (cells: readonly Cell[]): readonly Cell[] =>
  cells.map((one) => ({ ...one, where: all(one.where, saidWhen) }));

/** Those who did not. */
export const didNotSayWhen: Cell = cell(
  'no_date',
  'Did not say when their last step was',
  either(...noAnswerTo('s_elapsed').map(({ where }) => where)),
);
