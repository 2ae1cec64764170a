import { countScreenedOut } from '../../../api/countScreenedOut.ts';
import { attempt } from '../../../browser/attempt.ts';
import { find } from '../../../browser/find.ts';
import { saveFile } from '../../../browser/saveFile.ts';
import { calendarFile } from '../../../survey/calendarFile.ts';
import { frame } from '../../../survey/frame.ts';
import type { SideId } from '../../../survey/question.ts';
import { dayFrom } from './dates.ts';

/** A day by the reader’s clock as an ISO date: 2026-10-14. */
function isoDay(day: Date): string {
  const two = (number: number): string => `${number}`.padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Counts one person whom the survey does not fit, and offers the day on which it will as a calendar file. */
export function finishEnding(ended: HTMLElement, side: SideId, fitsLater: boolean): void {
  // Nobody waits for it, and one person more or less is no reason to try again.
  void attempt((signal) => countScreenedOut(side, signal));
  // Who starts again came by the same link.
  for (const link of ended.querySelectorAll('a'))
    if (link.pathname === location.pathname) link.search = location.search;
  const save = find(ended, '[data-calendar]');
  save.hidden = !fitsLater;
  save.addEventListener('click', () => {
    const file = calendarFile([
      {
        day: isoDay(dayFrom(new Date(), frame.days)),
        made: new Date(),
        // Not randomUUID, which needs a secure connection.
        id: `${crypto.getRandomValues(new Uint32Array(4)).join('-')}@${location.hostname}`,
        title: save.dataset.calendar ?? '',
        note: save.dataset.note ?? '',
        address: location.origin + location.pathname,
      },
    ]);
    saveFile(file, 'survey.ics', 'text/calendar');
  });
}
