import type { HandedAnswer, Key } from './handOver.ts';

const key: Key = 'survey-first-answer';

/** Leaves an answer for the survey. A browser that keeps nothing only costs the tick: the survey asks again. */
export function putAnswer(
  storage: () => Pick<Storage, 'setItem'>,
  { side, variable, code }: HandedAnswer,
): void {
  try {
    storage().setItem(key, JSON.stringify({ side, variable, code }));
  } catch {
    // Storage is refused or full.
  }
}
