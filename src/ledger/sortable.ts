import type { Study } from './study.ts';

/** How many answered, as a number to sort by: the first that is named; 0 where none is. */
export const sortableN = ({ n }: Study): number =>
  typeof n === 'number' ? n : Number(/\d[\d,]*/.exec(n)?.[0].replaceAll(',', '') ?? 0);
