import { sideNames } from '../figures/sideNames.ts';
import { FIRST_RELEASE } from '../release/disclosure/thresholds.ts';
import type { SideId } from '../survey/question.ts';

/** What the first figures of these sides take, which have none yet. */
export function firstFigures(waiting: readonly SideId[]): string {
  const [side, ...others] = waiting;
  const whose = side !== undefined && others.length === 0 ? `${sideNames[side]}’` : 'A side’s';
  return `${whose} first figures come with ${FIRST_RELEASE} answers.`;
}
