import { inTime } from './inTime.ts';

/**
 * Copies a text, and resolves to whether that worked. There is no clipboard outside secure contexts
 * (https://w3c.github.io/clipboard-apis/#navigator-clipboard), nor in some browsers inside apps; a person may refuse it, and where
 * nobody answers the browser’s question in time, that counts as a no.
 * @param shown where the text stands: selected when it cannot be copied, so that it can be by hand
 */
export const copy = (text: string, shown: Element | null): Promise<boolean> =>
  inTime(() => navigator.clipboard.writeText(text)).then(
    () => true,
    () => {
      if (shown) getSelection()?.selectAllChildren(shown);
      return false;
    },
  );
