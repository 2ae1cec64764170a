import { find } from '../../../browser/find.ts';

/** The bar under the queue: what was done, or what went wrong, read out as it is written. */
export function bar(part: HTMLElement) {
  const said = find(part, '[data-said]');
  const failed = find(part, '[data-failed]');
  const undo = find(part, '[data-undo]');
  return {
    say: (sentence: string): void => {
      failed.textContent = '';
      said.textContent = sentence;
    },
    fail: (sentence: string): void => {
      said.textContent = '';
      failed.textContent = sentence;
    },
    offerUndo: (is: boolean): void => {
      undo.hidden = !is;
    },
  };
}
