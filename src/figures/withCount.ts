import { count, percent } from './percent.ts';

/** A share with its count, as tables print it: “41% (74)”, or “0 of 34” where that is both. */
export function withCount(share: { readonly x: number; readonly n: number }): string {
  const text = percent(share);
  return text.includes(' of ') ? text : `${text} (${count(share.x)})`;
}
