import type { SideId } from './question.ts';

/**
 * The answer that a person gives to a survey’s first question inside an essay, on its way to the survey: left in the
 * tab’s own session storage, because an answer must not be in an address. Imports no code: the survey page loads it.
 */
export interface HandedAnswer {
  readonly side: SideId;
  readonly variable: string;
  readonly code: string;
}

/** A type, so that putAnswer.ts has the same without a file that both load. */
export type Key = 'survey-first-answer';
const key: Key = 'survey-first-answer';

/**
 * Takes the answer left for one side, once: it is gone from the storage afterwards, whichever side it was for.
 * @param storage hands over the storage, which some browsers throw at: `() => sessionStorage`
 */
export function takeAnswer(
  storage: () => Pick<Storage, 'getItem' | 'removeItem'>,
  side: SideId,
): Pick<HandedAnswer, 'variable' | 'code'> | null {
  try {
    const text = storage().getItem(key);
    storage().removeItem(key);
    // Nothing, and null, throw.
    const left = JSON.parse(text ?? '') as Partial<Record<keyof HandedAnswer, unknown>>;
    const { variable, code } = left;
    return left.side === side && typeof variable === 'string' && typeof code === 'string'
      ? { variable, code }
      : null;
  } catch {
    return null;
  }
}
