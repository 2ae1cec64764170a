import { variablesOf, type Condition } from './condition.ts';
import type { Given } from './offRoute.ts';
import { isShown } from './routing.ts';

/** One question as progress sees it: its variables with their routing. */
export type Step = readonly { readonly id: string; readonly shownIf?: Condition | undefined }[];

export type Mark = 'done' | 'now' | 'left-out' | 'ahead';

export interface Progress {
  /** The place of the present question among those on this route, from 1. */
  readonly number: number;
  /** How many questions the route has, or can have while `isOpen`. */
  readonly total: number;
  /** Whether an answer still to come decides if a later question is asked. */
  readonly isOpen: boolean;
  readonly marks: readonly Mark[];
}

/** Where a person stands, counting only the questions of the route. `now` is an index into `steps`. */
export function progressAt(steps: readonly Step[], answers: Given, now: number): Progress {
  const toCome = new Set(
    steps.slice(now).flatMap((step) => step.flatMap(({ id }) => (id in answers ? [] : [id]))),
  );
  const isAsked = (step: Step): boolean => step.some((variable) => isShown(variable, answers));
  const isOpen = (step: Step): boolean =>
    step.some(({ shownIf }) => shownIf !== undefined && variablesOf(shownIf).some((id) => toCome.has(id)));
  const open = steps.map((step, index) => index > now && isOpen(step));
  const marks = steps.map((step, index): Mark => {
    if (index === now) return 'now';
    if (!isAsked(step) && open[index] !== true) return 'left-out';
    return index < now ? 'done' : 'ahead';
  });
  const counted = (mark: Mark): boolean => mark !== 'left-out';
  return {
    number: marks.slice(0, now + 1).filter(counted).length,
    total: marks.filter(counted).length,
    isOpen: open.includes(true),
    marks,
  };
}

/** “Question 7 of 16”, or “of up to 16” while the route is open. */
export const progressWords = ({ number, total, isOpen }: Progress): string =>
  `Question ${number} of ${isOpen ? 'up to ' : ''}${total}`;

/** How long the rest takes, this question included. `minutes` is the time for the whole questionnaire. */
export function timeLeft({ number, total, marks }: Progress, minutes: number): string {
  const left = Math.round((minutes * (total - number + 1)) / marks.length);
  if (left < 1) return 'Less than a minute left';
  return `About ${left} ${left === 1 ? 'minute' : 'minutes'} left`;
}
