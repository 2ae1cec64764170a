import { onSite } from '../../address.ts';
import { embeddedKey } from '../../api/supabaseAddress.ts';
import { feedPath, feedSource, type Followed } from '../../thread/feed.ts';

/**
 * Where a feed is served: by the Supabase project, because not every host can redirect to it; without one, at its own
 * address, where the local server answers.
 * @param site Astro’s `site`
 */
export function feedLink(followed: Followed, site: URL | undefined): string {
  const { PUBLIC_SUPABASE_URL: api, PUBLIC_SUPABASE_PUBLISHABLE_KEY: key = embeddedKey } = import.meta.env;
  if (api === undefined) return onSite(feedPath(followed));
  if (site === undefined)
    throw new Error('astro.config.mjs must set `site`: a feed needs absolute addresses.');
  return feedSource(followed, { api: new URL(api).origin, key, site: site.href });
}
