import { variablesIn, type Condition } from './condition.ts';
import { isShown } from './routing.ts';
import type { Answers } from './answers.ts';

/** One question as progress sees it: its variables with their routing. */
export type Step = readonly { readonly id: string; readonly shownIf?: Condition | undefined }[];

export type Mark = 'done' | 'now' | 'left-out' | 'ahead';

export interface Progress {
  /** The place of the present question among those on this route, from 1; of the first, where two share a screen. */
  readonly number: number;
  /** How many share the present screen. */
  readonly together: number;
  /** How many questions the route has, or can have while `isOpen`. */
  readonly total: number;
  /** Whether an answer still to come decides if a later question is asked. */
  readonly isOpen: boolean;
  readonly marks: readonly Mark[];
}

/** Where a person stands, counting only the questions of the route. `now` are the places in `steps` of what is shown. */
export function progressAt(steps: readonly Step[], answers: Answers, now: readonly number[]): Progress {
  const first = Math.min(...now);
  const toCome = new Set(
    steps.slice(first).flatMap((step) => step.flatMap(({ id }) => (id in answers ? [] : [id]))),
  );
  const isAsked = (step: Step): boolean => step.some((variable) => isShown(variable, answers));
  const isOpen = (step: Step): boolean =>
    step.some(({ shownIf }) => shownIf !== undefined && variablesIn(shownIf).some((id) => toCome.has(id)));
  const open = steps.map((step, index) => index > first && isOpen(step));
  const marks = steps.map((step, index): Mark => {
    if (!isAsked(step) && open[index] !== true) return 'left-out';
    if (now.includes(index)) return 'now';
    return index < first ? 'done' : 'ahead';
  });
  const counted = (mark: Mark): boolean => mark !== 'left-out';
  return {
    number: marks.slice(0, first + 1).filter(counted).length,
    together: marks.filter((mark) => mark === 'now').length,
    total: marks.filter(counted).length,
    isOpen: open.includes(true),
    marks,
  };
}

/** “Question 7 of 16”, “Questions 14 and 15 of 16”, or “of up to 16” while the route is open. */
export const progressWords = ({ number, together, total, isOpen }: Progress): string =>
  `Question${together > 1 ? `s ${number} and` : ''} ${number + together - 1} of ${isOpen ? 'up to ' : ''}${total}`;

/** How long the rest takes, this question included. `minutes` is the time for the whole questionnaire. */
export function timeLeft({ number, total, marks }: Progress, minutes: number): string {
  const left = Math.round((minutes * (total - number + 1)) / marks.length);
  if (left < 1) return 'Less than a minute left';
  return `About ${left} ${left === 1 ? 'minute' : 'minutes'} left`;
}
