import { isFailed, orFailed } from '../../../browser/attempt.ts';
import type * as comparison from './showComparison.ts';

/**
 * Compares once there are answers to compare: most visits end before.
 * @param load loads what compares. Each page has its own way: what one of them needs alone stays out of what both share,
 * which the first view of the survey has to load.
 */
export function waitForSending(load: () => Promise<typeof comparison>): void {
  const section = document.querySelector<HTMLElement>('[data-compare]');
  if (section === null) return;

  async function show(of: HTMLElement, sent: comparison.Sent): Promise<void> {
    of.hidden = false;
    of.dataset.compare = 'waiting';
    const again = of.querySelector<HTMLElement>('[data-compare-again]');
    if (again) again.onclick = () => void show(of, sent);
    const shown = await orFailed(load().then(({ showComparison }) => showComparison(of, sent)));
    of.dataset.compare = !isFailed(shown) ? shown : shown.cause === 'defect' ? 'broken' : 'failed';
  }

  section
    .closest('[data-survey], [data-receipt]')
    ?.addEventListener(
      'survey:sent',
      (event) => void show(section, (event as CustomEvent<comparison.Sent>).detail),
    );
}
