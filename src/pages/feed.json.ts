import type { APIRoute } from 'astro';
import { addressIn } from '../address.ts';
import { cardOfEssay } from '../components/essay/cardOfEssay.ts';
import { feedText } from '../components/essay/plain/plainEssay.ts';
import { addressOf } from '../essay/addressOf.ts';
import { inFeed } from '../essay/inFeed.ts';
import { listEssays } from '../essay/listEssays.ts';
import { site } from '../site.ts';
import { fromChannel } from '../survey/channel.ts';

/** The newest essays with their full text, as a JSON Feed. @see https://www.jsonfeed.org/version/1.1/ */
export const GET: APIRoute = async (context) => {
  const address = (path: `/${string}`) => addressIn(context.site, path);
  const items = inFeed(await listEssays()).map(async (essay) => {
    const { title, description, published, updated, tags, author, lang } = essay.entry.data;
    const page = address(essay.path);
    return {
      id: page,
      url: fromChannel(page, 'feed'),
      title,
      content_html: await feedText(essay),
      summary: description,
      image: address(cardOfEssay(essay, context.site).path),
      date_published: published.toISOString(),
      ...(updated && { date_modified: updated.toISOString() }),
      authors: [{ name: author.name, ...(author.link && { url: addressOf(author.link, context.site) }) }],
      tags,
      language: lang,
    };
  });
  return Response.json({
    version: 'https://jsonfeed.org/version/1.1',
    title: site.name,
    description: site.tagline,
    home_page_url: address('/'),
    feed_url: address('/feed.json'),
    language: site.language,
    items: await Promise.all(items),
  });
};
