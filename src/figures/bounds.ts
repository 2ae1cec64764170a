import type { Bounds } from './parts.ts';
import { percentRange } from './percent.ts';

/** Bounds as a sentence goes on: “bounds 12–28% with those who did not say”. */
export const boundsInWords = ({ lower, upper }: Bounds): string =>
  `bounds ${percentRange(lower, upper)} with those who did not say`;
