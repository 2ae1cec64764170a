import { answeredName, isAnswered } from '../../../survey/draft.ts';
import type { SideId } from '../../../survey/question.ts';
import { device } from '../../../browser/device.ts';
import { find } from '../../../browser/find.ts';
import { inDays } from '../../../browser/inDays.ts';
import { showAside } from '../../../browser/showAside.ts';

const answered = (side: SideId) => device(answeredName(side), isAnswered);

/** Remembers the day on which this device sent a response, and neither the answers nor the code. @param isNow whether it was sent just now */
export async function remember(side: SideId, isNow: boolean): Promise<void> {
  const disk = answered(side);
  const { kept } = await disk.read();
  if (isNow || kept.length === 0) await disk.write({ format: 1, at: Date.now() });
}

/**
 * Says what this device knows of earlier visits: that a response was sent, so that nobody answers again by mistake, and
 * what could not be read.
 */
export async function showNotes(survey: HTMLElement, side: SideId): Promise<void> {
  await showAside(survey, `survey-${side}`);
  const disk = answered(side);
  const { kept, strange } = await disk.read();
  const before = kept[kept.length - 1];
  const note = find(survey, '[data-answered]');
  note.hidden = before === undefined;
  if (before === undefined) {
    // Such as one of more than a year ago.
    if (strange.length > 0) await disk.clear();
    return;
  }
  find(note, '[data-answered-day]').textContent = inDays(before.at);
  find(note, 'button').addEventListener('click', () => {
    note.hidden = true;
    find(survey, 'h1').focus();
    void disk.clear();
  });
}
