import { isOpen } from './answers.ts';
import { choices } from './options.ts';
import type { Screen } from './readPage.ts';

/**
 * Numbers choose; Enter goes to the next field without an answer, then to the next screen. Only while the focus is inside
 * the question (its heading gets it when a screen opens), so that speech input or a stray key elsewhere does nothing
 * (WCAG 2.1.4, character key shortcuts).
 */
export function onKey(event: KeyboardEvent, screen: Screen, goOn: () => void): void {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (!(target instanceof HTMLElement) || !screen.element.contains(target)) return;
  // As they stand on the page: rows may be shuffled.
  const shown = screen.fields
    .filter(({ element }) => !element.hidden)
    .sort((a, b) =>
      a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
  const here = shown.findIndex(({ element }) => element.contains(target));
  if (key === 'Enter') {
    const below = here < 0 ? undefined : shown.slice(here + 1).find(isOpen);
    // Browsers send a form on Enter in its fields; on a heading, and on the way down, it is up to us.
    if (below === undefined && target.localName !== 'h2') return;
    event.preventDefault();
    if (below === undefined) goOn();
    else {
      (below.text ?? choices(below)[0])?.focus();
      below.element.scrollIntoView({ block: 'nearest' });
    }
  }
  if (!/^[0-9]$/.test(key)) return;
  const field = shown[here] ?? shown.find(isOpen) ?? shown[0];
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
