import { retriable } from '../../survey/client/retriable.ts';
import type { Discussion } from './discussion.ts';

/** Fetches the discussion once a reader comes near it, or at once when the address names a comment of it. */
const section = document.querySelector<HTMLElement>('[data-thread]');
if (section !== null) {
  const part = (name: string) => section.querySelector<HTMLElement>(`[data-${name}]`);
  const [loading, failed, said, retry] = ['loading', 'failed', 'failed-said', 'retry'].map(part);
  const fetchCode = retriable(() => import('./discussion.ts'));
  let discussion: Discussion | undefined;
  let isUnderWay = false;

  const load = async (): Promise<void> => {
    if (isUnderWay) return;
    isUnderWay = true;
    failed?.toggleAttribute('hidden', true);
    // Most of the time it comes before anybody notices that it was not there.
    const slow = setTimeout(() => loading?.toggleAttribute('hidden', false), 1_000);
    try {
      discussion ??= (await fetchCode()).discussion(section);
      await discussion.load();
    } catch {
      if (said?.dataset.offline !== undefined && !navigator.onLine) said.textContent = said.dataset.offline;
      failed?.toggleAttribute('hidden', false);
      addEventListener('online', () => void load(), { once: true });
    }
    clearTimeout(slow);
    loading?.toggleAttribute('hidden', true);
    isUnderWay = false;
  };

  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) begin();
    },
    { rootMargin: '400px' },
  );
  const begin = (): void => {
    observer.disconnect();
    void load();
  };
  const namesComment = (): boolean => location.hash.startsWith('#comment-');
  if (namesComment()) begin();
  else observer.observe(section);
  addEventListener('hashchange', () => {
    if (discussion === undefined && namesComment()) begin();
  });
  retry?.addEventListener('click', () => {
    // The button goes, so the focus goes where the comments will be.
    section.querySelector('h2')?.focus();
    void load();
  });
}
