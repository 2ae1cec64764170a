import { lookUp } from '../../../browser/lookUp.ts';
import { findAll } from '../../../browser/find.ts';
import { isKept, newest } from '../../../survey/draft.ts';

/** Whether this device holds answers of a side that were not sent; where a browser refuses storage, it holds none. */
async function isUnfinished(side: string): Promise<boolean> {
  // The record that surveyPage.ts keeps.
  const { kept } = await lookUp(`survey-${side}`, isKept);
  const draft = newest(kept, Date.now());
  if (draft === null || draft.outgoing?.arrived !== undefined) return false;
  return Object.keys({ ...draft.chosen, ...draft.typed }).length > 0;
}

async function show(line: HTMLElement): Promise<void> {
  line.hidden = !(await isUnfinished(line.dataset.unfinished ?? ''));
}

/** Says at the door of each survey that was begun and not sent that it goes on where it was left. */
function showAll(): void {
  for (const line of findAll(document, '[data-unfinished]')) void show(line);
}
showAll();
// A browser that goes back may show the page as it was before the survey was begun.
addEventListener('pageshow', showAll);
