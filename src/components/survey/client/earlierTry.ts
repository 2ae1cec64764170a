import { find } from '../../../browser/find.ts';
import { receiptGroups } from '../../../receipt/receiptCode.ts';
import type { Outgoing } from '../../../survey/draft.ts';

/** Where the page shows the code of an earlier try that may have arrived, when its answers are taken off the device (Earlier.astro). */
export function earlierTry(survey: HTMLElement) {
  const place = find(survey, '[data-earlier]');
  return {
    /** Shows the code of what the device keeps, where any of it was sent. */
    show: (kept: Outgoing | undefined): void => {
      if (kept?.firstTry === undefined) return;
      place.hidden = false;
      find(place, 'output').textContent = receiptGroups(kept.identity.code).join('-');
    },
    isShown: (): boolean => !place.hidden,
    focus: (): void => {
      if (!place.hidden) find(place, 'h2').focus();
    },
  };
}
