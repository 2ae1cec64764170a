const said = new WeakMap<Element, string>();

/**
 * Writes words into an element unless they were the last written there: a live region speaks whenever its text is set. What
 * stands there may be a translation by now, so it is no use to compare with.
 * @returns whether they are new
 */
export function sayAnew(element: Element, words: string): boolean {
  if (said.get(element) === words) return false;
  said.set(element, words);
  element.textContent = words;
  return true;
}
