import { copy } from './copy.ts';
import { inTime } from './inTime.ts';

/** Copies a text; a browser’s question that nobody answers in time counts as a no. Apart from copy.ts, because the toolkit has no bytes left for it. */
export async function copyInTime(text: string, shown: Element): Promise<boolean> {
  try {
    return await inTime(() => copy(text, shown));
  } catch {
    getSelection()?.selectAllChildren(shown);
    return false;
  }
}
