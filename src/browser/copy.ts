/**
 * Copies a text, and resolves to whether that worked. There is no clipboard outside secure contexts
 * (https://w3c.github.io/clipboard-apis/#navigator-clipboard), nor in some browsers inside apps; and a person may refuse it.
 * @param shown where the text stands: selected when it cannot be copied, so that it can be by hand
 */
export async function copy(text: string, shown: Element | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (shown !== null) getSelection()?.selectAllChildren(shown);
    return false;
  }
}
