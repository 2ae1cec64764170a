import { limits } from '../../../thread/limits.ts';

/** From how many characters before the end they are counted. */
const near = 500;

/** What stands under the box: nothing while there is room, then how much is left or too much. @param length in code points */
export function counterWords(length: number): string {
  const left = limits.characters - length;
  if (left > near) return '';
  const n = Math.abs(left).toLocaleString('en-GB');
  const characters = Math.abs(left) === 1 ? 'character' : 'characters';
  return left >= 0 ? `${n} ${characters} left` : `${n} ${characters} too many`;
}
