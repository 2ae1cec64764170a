import { find } from '../../../browser/find.ts';
import { ordered, type Order } from './ordered.ts';

/** Keeps the list as the filters say. */
const form = find(document, '[data-filters]') as HTMLFormElement;
const list = find(document, '.ledger');
const count = find(document, '[data-count]');
const entries = [...list.children] as HTMLElement[];

function show(): void {
  const chosen = (name: string): string => (find(form, `[name="${name}"]`) as HTMLSelectElement).value;
  const [about, seen] = [chosen('about'), chosen('seen')];
  for (const entry of entries)
    entry.hidden =
      (about !== '' && !(entry.dataset.about ?? '').split(' ').includes(about)) ||
      (seen !== '' && entry.dataset.seen !== seen);
  list.append(...ordered(entries, chosen('sort') as Order));
  const shown = entries.filter(({ hidden }) => !hidden).length;
  count.textContent = shown === entries.length ? `${shown} entries` : `${shown} of ${entries.length} entries`;
}

form.addEventListener('change', show);
form.addEventListener('submit', (event) => {
  event.preventDefault();
});
