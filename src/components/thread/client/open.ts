import { find } from '../../../browser/find.ts';
import { discussion } from './discussion.ts';
import { showFailure } from './showFailure.ts';

/** Loads the discussion of this page: the script that `near.ts` fetches. */
const section = find(document, '[data-thread]');
const load = discussion(section);
const loading = find(section, '[data-loading]');
let state: 'away' | 'coming' | 'here' = 'away';

async function open(): Promise<void> {
  if (state !== 'away') return;
  state = 'coming';
  showFailure(section, false);
  // Usually it is there before a reader would notice the wait.
  const slow = setTimeout(() => {
    loading.hidden = false;
  }, 1_000);
  try {
    await load();
    state = 'here';
  } catch {
    state = 'away';
    showFailure(section, true);
  }
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
