import type { Counted } from '../release/counted.ts';
import { count } from './percent.ts';

/** “473”; “439, as of 2026-11” where the release that is shown carries the number of an earlier one. */
export const countedInWords = ({ n, vintage }: Counted, release: string): string =>
  vintage === release ? count(n) : `${count(n)}, as of ${vintage}`;
