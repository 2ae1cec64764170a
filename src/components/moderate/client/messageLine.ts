import { find } from '../../../browser/find.ts';

/** The line under the queue that says what was done or what went wrong, to a screen reader as well. */
export function messageLine(part: HTMLElement) {
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
    /** Puts what was done before what stands there, such as why the list could not be read after it. */
    sayFirst: (sentence: string): void => {
      const line = failed.textContent === '' ? said : failed;
      line.textContent = `${sentence} ${line.textContent}`.trim();
    },
    offerUndo: (is: boolean): void => {
      undo.hidden = !is;
    },
  };
}

export type MessageLine = ReturnType<typeof messageLine>;
