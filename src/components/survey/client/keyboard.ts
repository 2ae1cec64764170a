import { choices } from './options.ts';
import type { Screen } from './readPage.ts';

/** The row a number key answers: the one with the focus, else the first without an answer. */
const rowInTurn = ({ fields }: Screen, target: Element) => {
  const shown = fields.filter(({ element }) => !element.hidden);
  return (
    shown.find(({ element }) => fields.length > 1 && element.contains(target)) ??
    shown.find(({ radios }) => !radios.some(({ checked }) => checked)) ??
    shown[0]
  );
};

/**
 * Numbers choose, Enter goes on. Only while the focus is inside the question (it is moved to its heading when a screen
 * opens), so that nobody who speaks or brushes a key elsewhere sets off anything (WCAG 2.1.4, character key shortcuts).
 */
export function onKey(event: KeyboardEvent, screen: Screen, goOn: () => void): void {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (!(target instanceof HTMLElement) || !screen.element.contains(target)) return;
  // Browsers send a form on Enter in its fields; on the heading it is up to us.
  if (key === 'Enter' && target === screen.heading) {
    event.preventDefault();
    goOn();
  }
  if (!/^[0-9]$/.test(key)) return;
  const field = rowInTurn(screen, target);
  if (field === undefined) return;
  if (field.text !== null) {
    field.text.focus();
    return;
  }
  const choice = choices(field)[Number(key) - 1];
  if (choice === undefined) return;
  event.preventDefault();
  choice.focus();
  choice.click();
}
