import type { IncomingMessage, ServerResponse } from 'node:http';
import { embeddedKey } from '../../src/api/supabaseAddress.ts';
import { feedSource, followedAt } from '../../src/thread/feed.ts';
import { pathOf } from './gate.ts';
import { pathInSite } from '../build/siteAddress.ts';

/**
 * Answers a request for a feed as scripts/hosts/ tells a static host to, with links that lead to this very server.
 * @param folder where the site lies on this host: `/`, `/why/`
 * @returns whether the request was one, and is answered
 */
export function redirectFeed(request: IncomingMessage, response: ServerResponse, folder: string): boolean {
  const followed = followedAt(pathInSite(folder, pathOf(request)) ?? '');
  if (followed === undefined) return false;
  const site = `http://${request.headers.host ?? 'localhost'}${folder}`;
  // Temporary: a reader of feeds keeps asking here, wherever the database moves.
  response.writeHead(302, { location: feedSource(followed, { api: '', key: embeddedKey, site }) });
  response.end();
  return true;
}
