import { onSite } from '../../../address.ts';
import { NoReply, Unreadable } from '../../../api/notDone.ts';
import { fetchText } from '../../../browser/fetchText.ts';
import { find } from '../../../browser/find.ts';
import { sayAnew } from '../../../browser/sayAnew.ts';
import { kinds, type Entry } from '../entry.ts';
import { excerpt, finderOf, type Found } from '../find.ts';

/** More than anybody reads; whoever wants another one types another word. */
const MOST = 30;

const place = find(document, '[data-search]');
const field = find(place, 'input') as HTMLInputElement;
const list = find(place, '[data-found]');
const template = find(place, 'template') as HTMLTemplateElement;

function item({ entry, hits }: Found): Node {
  const copy = template.content.cloneNode(true) as DocumentFragment;
  find(copy, '[data-kind]').textContent = [kinds[entry.kind], entry.beside]
    .filter((words) => words !== '')
    .join(' · ');
  const link = document.createElement('a');
  link.href = entry.href;
  link.textContent = [entry.title, entry.part].filter((words) => words !== '').join(': ');
  const heading = document.createElement('h2');
  heading.append(link);
  find(copy, '[data-kind]').after(heading);
  find(copy, '[data-excerpt]').append(
    ...excerpt(entry.text, hits).map(({ text, hit }) => {
      if (!hit) return text;
      const mark = document.createElement('mark');
      mark.textContent = text;
      return mark;
    }),
  );
  return copy;
}

function said(query: string, found: number): string {
  if (query === '') return '';
  if (found === 0) return `Nothing found for “${query}”. Try another word, or look through the list below.`;
  const shown =
    found > MOST ? `The best ${MOST} of ${found} results` : `${found} ${found === 1 ? 'result' : 'results'}`;
  return `${shown} for “${query}”.`;
}

function show(query: string, search: (query: string) => readonly Found[]): void {
  const found = query === '' ? [] : search(query);
  list.replaceChildren(...found.slice(0, MOST).map(item));
  sayAnew(find(place, '[data-said]'), said(query, found.length));
}

async function start(): Promise<void> {
  place.dataset.search = 'waiting';
  let entries: readonly Entry[];
  try {
    // Our own build wrote it.
    entries = JSON.parse(await fetchText(onSite('/search/index.json'))) as readonly Entry[];
  } catch (error) {
    const isNotLoaded = error instanceof NoReply || error instanceof Unreadable;
    place.dataset.search = isNotLoaded ? 'failed' : 'broken';
    find(place, '[data-again]').onclick = () => {
      field.focus();
      void start();
    };
    if (isNotLoaded) return;
    throw error;
  }
  const search = finderOf(entries);
  const follow = (): void => {
    const query = field.value.trim();
    show(query, search);
    try {
      // The address leads back to what is shown, and a run of letters is one entry in the history.
      history.replaceState(
        null,
        '',
        query === '' ? location.pathname : `?${String(new URLSearchParams({ q: query }))}`,
      );
    } catch (error) {
      // Browsers limit how often an address may change (https://html.spec.whatwg.org/multipage/nav-history-apis.html#shared-history-push/replace-state-steps); the next letter catches up.
      if (!(error instanceof DOMException && error.name === 'SecurityError')) throw error;
    }
  };
  field.addEventListener('input', follow);
  find(place, 'form').addEventListener('submit', (event) => {
    event.preventDefault();
    follow();
  });
  follow();
  place.dataset.search = 'open';
}

void start();
