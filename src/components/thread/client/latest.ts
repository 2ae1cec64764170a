import { readLatestComments } from '../../../api/readLatestComments.ts';
import { attempt } from '../../../browser/attempt.ts';
import { find, findAll } from '../../../browser/find.ts';
import { why } from '../../../browser/why.ts';
import { beginningWords, type Beginning } from '../../../thread/latest.ts';
import { limits } from '../../../thread/limits.ts';
import { hourWords } from './commentItem.ts';
import { commentsInWords } from './counts.ts';
import { roleBadge } from './roleBadge.ts';

/** A comment of the list, or `null` where its discussion is on no page of this site. Its text is set as text, never as markup. */
function itemOf(comment: Beginning): HTMLElement | null {
  const { id, kind, thread, role, sent_at } = comment;
  const { content: names } = find(document, 'template[data-threads]') as HTMLTemplateElement;
  const name = names.querySelector<HTMLAnchorElement>(`[data-thread-name="${kind}/${thread}"]`);
  if (name === null) return null;
  const { content } = find(document, 'template[data-template=latest]') as HTMLTemplateElement;
  const item = document.importNode(find(content, 'li'), true);
  const place = document.importNode(name, true);
  find(item, '[data-where]').append(kind === 'essay' ? 'Under the essay ' : 'Under the chart ', place);
  find(item, '[data-text]').textContent = beginningWords(comment);
  const time = document.createElement('time');
  time.dateTime = sent_at;
  time.textContent = hourWords(sent_at);
  find(item, '[data-by]').append(...[roleBadge(role), time].flatMap((part) => part ?? []));
  const link = find(item, '[data-link]') as HTMLAnchorElement;
  link.href = `${place.getAttribute('href') ?? ''}#comment-${id}`;
  return item;
}

async function show(): Promise<void> {
  const list = document.querySelector<HTMLElement>('[data-latest]');
  const answer = await attempt((signal) =>
    // More than are shown: a discussion may be of a page that this site does not have.
    readLatestComments(list === null ? 0 : limits.latest, signal),
  );
  if ('status' in answer) {
    // Where only counts are missing, nothing that was promised is.
    if (list !== null)
      find(list, '[data-latest-state]').textContent = `The latest comments did not load. ${why(answer)}`;
    return;
  }
  for (const { kind, thread, n } of answer.threads)
    for (const place of findAll(document, `[data-comments="${kind}/${thread}"]`)) {
      place.textContent = commentsInWords(n);
      place.hidden = false;
    }
  if (list === null) return;
  find(list, '[data-latest-state]').textContent = '';
  const items = answer.comments
    .flatMap((comment) => itemOf(comment) ?? [])
    .slice(0, Number(list.dataset.latest));
  find(list, '[data-latest-list]').replaceChildren(...items);
  find(list, '[data-latest-none]').hidden = items.length > 0;
}

void show();
