import type { APIRoute } from 'astro';
import { onSite } from '../address.ts';
import { listThreads, type ThreadLinks } from '../components/thread/listThreads.ts';
import { threadPath } from '../thread/feed.ts';

/** Every discussion, for what shows the latest comments. */
export const GET: APIRoute = async () => {
  const threads = await listThreads();
  const links: ThreadLinks = Object.fromEntries(
    threads.map(({ kind, id, title, own }) => [
      `${kind}/${id}`,
      { href: onSite(threadPath({ kind, id })), textContent: title, ...own },
    ]),
  );
  return Response.json(links);
};
