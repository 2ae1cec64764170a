import type { Hours } from './mediansFigure.ts';

/** Hours as readers see them: “2 hours”, “9 to 10 hours”, and of the open last stretch only where it begins. */
export function hoursInWords({ from, to }: Hours): string {
  if (to === null) return `more than ${from - 1} hours`;
  if (from === 0) return to === 1 ? 'up to 1 hour' : `up to ${to} hours`;
  if (from === to) return from === 1 ? '1 hour' : `${from} hours`;
  return `${from} to ${to} hours`;
}

/** A range between two stretches: “2 to 3 hours”, “6–8 to 11–15 hours”, “9 hours to more than 80 hours”. */
export function hoursRange(lo: Hours, hi: Hours): string {
  if (hi.to === null) return lo.to === null ? hoursInWords(lo) : `${bare(lo)} to ${hoursInWords(hi)}`;
  if (lo.from === hi.from) return hoursInWords(lo);
  return `${bare(lo)} to ${bare(hi)} hours`;
}

/** What a middle answer’s range is called beside it: “range 2 to 3 hours”, or “range the same” where it is no wider. */
export function rangeBeside(middle: Hours, { lo, hi }: { readonly lo: Hours; readonly hi: Hours }): string {
  return `range ${[lo, hi].every(({ from }) => from === middle.from) ? 'the same' : hoursRange(lo, hi)}`;
}

const bare = ({ from, to }: Hours): string => (from === to || to === null ? String(from) : `${from}–${to}`);
