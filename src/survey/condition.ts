/**
 * When something holds, said over the answers given so far: the routing of a question, the base of an estimate,
 * one bar of a chart. Data, so that the browser, the submission schema and PostgreSQL read the same line.
 * Imports nothing: the survey page loads it.
 */
export type Condition =
  | { readonly variable: string; readonly in: readonly string[] }
  | { readonly variable: string; readonly notIn: readonly string[] }
  /** A number above this one. */
  | { readonly variable: string; readonly over: number }
  /** A number that is this one or below it. */
  | { readonly variable: string; readonly upTo: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** The codes chosen so far, by variable; a variable without an answer is absent. */
export type Codes = Readonly<Record<string, unknown>>;

/** Whether a condition holds. An absent answer is in no list, and so outside every list; and it is neither over a number nor up to one. */
export function holds(condition: Condition, codes: Codes): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, codes));
  if ('any' in condition) return condition.any.some((part) => holds(part, codes));
  const code = codes[condition.variable];
  if ('over' in condition) return typeof code === 'number' && code > condition.over;
  if ('upTo' in condition) return typeof code === 'number' && code <= condition.upTo;
  const listed = 'in' in condition ? condition.in : condition.notIn;
  const isListed = typeof code === 'string' && listed.includes(code);
  return 'in' in condition ? isListed : !isListed;
}

/** The variables a condition looks at, each once. */
export function variablesIn(condition: Condition): readonly string[] {
  if ('all' in condition) return [...new Set(condition.all.flatMap(variablesIn))];
  if ('any' in condition) return [...new Set(condition.any.flatMap(variablesIn))];
  return [condition.variable];
}

/** A variable holds one of these codes. */
export const is = (variable: string, ...codes: string[]): Condition => ({ variable, in: codes });

/** All of these hold. */
export const all = (...conditions: Condition[]): Condition => ({ all: conditions });

/** At least one of these holds. */
export const either = (...conditions: Condition[]): Condition => ({ any: conditions });
