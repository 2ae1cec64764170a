import type { Condition } from './condition.ts';
import { isShown, type Routed } from './routing.ts';
import type { Answers } from './answers.ts';

/** What has to be known of a variable to see whether its answer is still on the route. */
export interface RoutedVariable extends Routed {
  readonly id: string;
  /** The codes that only some routes offer. */
  readonly routedCodes: ReadonlyMap<string, Condition>;
}

/**
 * The variables whose answers no longer belong to the route, in the order of the questionnaire: no longer asked, or
 * answered with a code no longer offered. Taking one away can take away others, so it goes on until nothing changes.
 */
export function offRoute(variables: readonly RoutedVariable[], answers: Answers): readonly string[] {
  const left = new Map(Object.entries(answers));
  const isOff = ({ id, routedCodes, ...routed }: RoutedVariable): boolean => {
    const codes = Object.fromEntries(left);
    const answer = codes[id];
    const offered = typeof answer === 'string' ? routedCodes.get(answer) : undefined;
    return !isShown(routed, codes) || !isShown({ shownIf: offered }, codes);
  };
  for (;;) {
    const off = variables.find((variable) => left.has(variable.id) && isOff(variable));
    if (off === undefined) break;
    left.delete(off.id);
  }
  return variables.map(({ id }) => id).filter((id) => id in answers && !left.has(id));
}
