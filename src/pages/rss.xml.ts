import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { addressIn } from '../address.ts';
import { feedText } from '../components/essay/plain/plainEssay.ts';
import { inFeed } from '../essay/inFeed.ts';
import { listEssays } from '../essay/listEssays.ts';
import { site } from '../site.ts';
import { fromChannel } from '../survey/channel.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The newest essays with their full text. An item has no `author`: RSS means an e-mail address by that, and `dc:creator` a name. */
export const GET: APIRoute = async (context) => {
  if (context.site === undefined)
    throw new Error('astro.config.mjs must set `site`: a feed needs absolute addresses.');
  const own = addressIn(context.site, '/rss.xml');
  const essays = inFeed(await listEssays());
  return rss({
    title: site.name,
    description: site.tagline,
    site: context.site,
    xmlns: { dc: 'http://purl.org/dc/elements/1.1/', atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${site.language.toLowerCase()}</language><atom:link href="${own}" rel="self" type="application/rss+xml"/>`,
    items: await Promise.all(
      essays.map(async (essay) => {
        const { title, description, published, tags, author } = essay.entry.data;
        return {
          title,
          description,
          pubDate: published,
          categories: tags,
          link: fromChannel(addressIn(context.site, essay.path), 'feed'),
          content: await feedText(essay),
          customData: `<dc:creator>${escaped(author.name)}</dc:creator>`,
        };
      }),
    ),
  });
};
