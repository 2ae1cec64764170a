import type { IncomingMessage, ServerResponse } from 'node:http';
import { embeddedKey } from '../../src/api/supabaseAddress.ts';
import { feedSource, followedAt } from '../../src/thread/feed.ts';
import { pathOf } from './apiHandler.ts';

/**
 * Answers a request for a feed as `_redirects` tells a static host to, with links that lead to this very server.
 * @returns whether the request was one, and is answered
 */
export function redirectFeed(request: IncomingMessage, response: ServerResponse): boolean {
  const followed = followedAt(pathOf(request));
  if (followed === undefined) return false;
  const site = `http://${request.headers.host ?? 'localhost'}`;
  // Temporary: a reader of feeds keeps asking here, wherever the database moves.
  response.writeHead(302, { location: feedSource(followed, { api: '', key: embeddedKey, site }) });
  response.end();
  return true;
}
