import { addressIn } from '../address.ts';
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { listEssays } from '../essay/listEssays.ts';
import { site } from '../site.ts';

export const GET: APIRoute = async (context) => {
  if (context.site === undefined)
    throw new Error('astro.config.mjs must set `site`: a feed needs absolute addresses.');
  const essays = await listEssays();
  return rss({
    title: site.name,
    description: site.tagline,
    site: context.site,
    customData: `<language>${site.language.toLowerCase()}</language>`,
    items: essays.map(({ entry, path }) => ({
      title: entry.data.title,
      description: entry.data.description,
      pubDate: entry.data.published,
      categories: entry.data.tags,
      link: addressIn(context.site, path),
    })),
  });
};
