import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { addressIn } from '../address.ts';
import { newsOf } from '../components/data/news.ts';
import { loadReleases } from '../components/release/loadReleases.ts';
import written from '../content/corrections.json';
import { site } from '../site.ts';

/** Releases and corrections, for whoever follows the figures. */
export const GET: APIRoute = async (context) => {
  if (context.site === undefined)
    throw new Error('astro.config.mjs must set `site`: a feed needs absolute addresses.');
  const { all } = await loadReleases();
  const own = addressIn(context.site, '/releases.xml');
  return rss({
    title: `Releases and corrections · ${site.name}`,
    description: 'New figures, what was wrong in earlier ones, and what changed in the way they are made.',
    site: addressIn(context.site, '/data/#calendar'),
    // Every address here is a place in a page, which takes no slash at its end.
    trailingSlash: false,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${site.language.toLowerCase()}</language><atom:link href="${own}" rel="self" type="application/rss+xml"/>`,
    items: newsOf(all, written).map(({ title, text, day, path }) => ({
      title,
      description: text,
      pubDate: new Date(day),
      link: addressIn(context.site, path),
    })),
  });
};
