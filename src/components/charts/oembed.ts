import { addressIn, type SitePath } from '../../address.ts';
import { pictureIds } from '../../figures/estimates/figureOf.ts';
import { chartPath } from '../../figures/estimates/source.ts';
import { site as facts } from '../../site.ts';
import type { DescribedFigure } from '../../words/words.ts';
import type { Card } from './card.ts';
import { embedCode, embedFrame, embedWidth } from './embedCode.ts';

/**
 * What oEmbed tells about a chart: https://oembed.com/ , 2.3.4.4 (the rich type). A file cannot read `maxwidth`, so the
 * size is always the one that charts are drawn for; a consumer with less room makes the frame narrower, and its text wraps.
 */
export function oembed(described: DescribedFigure, card: Card, site: URL | undefined) {
  const frame = embedFrame(described, site, embedWidth);
  return {
    version: '1.0',
    type: 'rich',
    title: frame.title,
    provider_name: facts.name,
    provider_url: addressIn(site, '/'),
    html: embedCode(frame),
    width: embedWidth,
    height: Number(frame.height),
    thumbnail_url: addressIn(site, card.path),
    thumbnail_width: card.width,
    thumbnail_height: card.height,
  };
}

/** The address of the oEmbed answer about a page; undefined where a page has nothing to embed. @param path of the page */
export function oembedOf(path: SitePath): SitePath | undefined {
  const id = pictureIds.find((slug) => chartPath({ slug }) === path);
  return id === undefined ? undefined : `/oembed/${id}.json`;
}
