import { find } from '../../../browser/find.ts';
import { showDefects } from '../../../browser/showDefects.ts';
import { discussion } from './discussion.ts';
import { orFailed } from '../../../browser/attempt.ts';
import { why } from '../../../browser/why.ts';
import { showFailure } from './showFailure.ts';

/** Loads the discussion of this page. */
function begin(section: HTMLElement): void {
  showDefects();
  // On a phone the rules stand above the comments, and would push them off the screen.
  (find(section, '[data-rules]') as HTMLDetailsElement).open = matchMedia('(min-width: 68rem)').matches;
  const load = discussion(section);
  const loading = find(section, '[data-loading]');
  let state: 'away' | 'coming' | 'here' = 'away';

  async function open(): Promise<void> {
    if (state !== 'away') return;
    state = 'coming';
    showFailure(section, null);
    // Usually it is there before a reader would notice the wait.
    const slow = setTimeout(() => {
      loading.hidden = false;
    }, 1_000);
    const unread = await orFailed(load());
    state = unread === undefined ? 'here' : 'away';
    if (unread !== undefined) showFailure(section, why(unread));
    clearTimeout(slow);
    loading.hidden = true;
  }

  find(section, '[data-retry]').addEventListener('click', () => {
    // The button disappears, so the focus moves to where the comments will be.
    find(section, 'h2').focus();
    void open();
  });
  addEventListener('online', () => void open());
  void open();
}

/** The script that `near.ts` fetches. It runs again for the code for writing, which imports it under another address. */
const section = find(document, '[data-thread]');
if (!('opened' in section.dataset)) {
  section.dataset.opened = '';
  begin(section);
}
