import { holds, type Codes, type Condition } from './condition.ts';

/** What routing has to know of a variable or a question. */
export interface Routed {
  readonly shownIf?: Condition | undefined;
}

/** Whether something is asked, given the codes so far. What has no condition is always asked. */
export const isShown = ({ shownIf }: Routed, codes: Codes): boolean =>
  shownIf === undefined || holds(shownIf, codes);
