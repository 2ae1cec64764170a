import { onSite } from '../../../address.ts';
import { readLatestComments } from '../../../api/readLatestComments.ts';
import { attempt } from '../../../browser/attempt.ts';
import { fetchText } from '../../../browser/fetchText.ts';
import { find, findAll } from '../../../browser/find.ts';
import { why } from '../../../browser/why.ts';
import { beginningWords, type Beginning } from '../../../thread/latest.ts';
import { limits } from '../../../thread/limits.ts';
import { hourWords } from './commentItem.ts';
import type { ThreadLinks } from '../listThreads.ts';
import { commentsInWords } from './counts.ts';
import { roleBadge } from './roleBadge.ts';

/** A comment of the list, or `null` where its discussion is on no page of this site. Its text is set as text, never as markup. */
function itemOf(comment: Beginning, links: ThreadLinks): HTMLElement | null {
  const { id, kind, thread, role, sent_at } = comment;
  const link = links[`${kind}/${thread}`];
  if (link === undefined) return null;
  const { content } = find(document, 'template[data-template=latest]') as HTMLTemplateElement;
  const item = document.importNode(find(content, 'li'), true);
  const place = find(item, '[data-place]');
  Object.assign(place, link);
  place.before(`Under the ${kind} `);
  find(item, '[data-text]').textContent = beginningWords(comment);
  const time = document.createElement('time');
  Object.assign(time, { dateTime: sent_at, textContent: hourWords(sent_at) });
  find(item, '[data-by]').append(roleBadge(role) ?? '', time);
  Object.assign(find(item, '[data-link]'), { href: `${link.href}#comment-${id}` });
  return item;
}

const readLinks = async (): Promise<ThreadLinks> =>
  // Our own build wrote it.
  JSON.parse(await fetchText(onSite('/threads.json'))) as ThreadLinks;

async function show(): Promise<void> {
  const list = document.querySelector<HTMLElement>('[data-latest]');
  const answer = await attempt(async (signal) => {
    const [latest, links] = await Promise.all([
      // More than are shown: a discussion may be of a page that this site does not have.
      readLatestComments(list === null ? 0 : limits.latest, signal),
      list === null ? {} : readLinks(),
    ]);
    return 'status' in latest ? latest : { ...latest, links };
  });
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
    .flatMap((comment) => itemOf(comment, answer.links) ?? [])
    .slice(0, Number(list.dataset.latest));
  find(list, '[data-latest-list]').replaceChildren(...items);
  find(list, '[data-latest-none]').hidden = items.length > 0;
}

void show();
