import { find } from '../../../browser/find.ts';
import { sayAnew } from '../../../browser/sayAnew.ts';
import type { Screen } from './readPage.ts';

/** The buttons under every screen. */
export function goOnBar(form: HTMLElement, pressed: { back: () => void; skip: () => void }) {
  const bar = find(form, '[data-go-on]');
  const next = find(bar, '[data-next]');
  const back = find(bar, '[data-back]');
  const skip = find(bar, '[data-skip]');
  back.addEventListener('click', pressed.back);
  skip.addEventListener('click', pressed.skip);
  // The second press of a double click or tap would pass over the question that the first has opened.
  bar.addEventListener(
    'click',
    (event) => {
      if (event.detail < 2) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  // Printed disabled, so that a browser without the script has nothing to send the form with.
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[type=submit]'))
    button.disabled = false;
  bar.hidden = false;

  return {
    /** Moves the buttons under a screen’s question. */
    under: (screen: Screen, isFirst: boolean): void => {
      const why = screen.element.querySelector('.why');
      if (why === null) screen.element.append(bar);
      else why.before(bar);
      back.hidden = isFirst;
    },
    /** Says on the buttons what they do; without a second way on there is no third button. */
    name: (forward: string, otherwise: string | undefined): void => {
      sayAnew(next, forward);
      sayAnew(skip, otherwise ?? '');
      skip.hidden = otherwise === undefined;
    },
  };
}
