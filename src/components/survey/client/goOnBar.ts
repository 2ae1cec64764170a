import { find } from './find.ts';
import type { Screen } from './readPage.ts';

/** The buttons under every screen. */
export function goOnBar(form: HTMLElement, pressed: { back: () => void; skip: () => void }) {
  const bar = find(form, '[data-go-on]');
  const next = find(bar, '[data-next]');
  const back = find(bar, '[data-back]');
  const skip = find(bar, '[data-skip]');
  back.addEventListener('click', pressed.back);
  skip.addEventListener('click', pressed.skip);
  // Printed disabled, so that a browser without the script has nothing to send the form with.
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[type=submit]'))
    button.disabled = false;
  bar.hidden = false;
  let label = '';

  return {
    /** Moves the buttons under a screen’s question and names the first after what it does there. */
    under: (screen: Screen, isFirst: boolean) => {
      const why = screen.element.querySelector('details');
      if (why === null) screen.element.append(bar);
      else why.before(bar);
      label = screen.element.dataset.go ?? 'Next';
      next.textContent = label;
      back.hidden = isFirst;
      skip.hidden =
        screen.fields.length === 0 || screen.fields.some(({ needsAnswer }) => needsAnswer !== undefined);
    },
    /** Says that an answer is on its way, or that it no longer is. */
    wait: (isWaiting: boolean) => {
      next.textContent = isWaiting ? 'Sending…' : label;
      for (const button of [next, back, find(form, '[data-again]')])
        button.setAttribute('aria-disabled', `${isWaiting}`);
    },
  };
}
