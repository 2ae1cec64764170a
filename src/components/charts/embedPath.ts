import { chartPath } from '../../charts/figures/source.ts';
import { chartIds } from '../../charts/figures/figureOf.ts';

/** Where the chart alone stands, for frames on other pages. */
export const embedPath = (id: string): string => `/embed/${id}/`;

/** Where the oEmbed answer for a chart stands. */
export const oembedPath = (id: string): string => `/oembed/${id}.json`;

/** The script that a host page may use to fit frames to their width; a file in `public/`. */
export const resizeScript = '/embed/resize.js';

/** The oEmbed answer about a page, or `undefined` where a page has nothing to embed. @param path the page’s own, from the root */
export function oembedOf(path: string): string | undefined {
  const id = chartIds.find((slug) => chartPath({ slug }) === path);
  return id === undefined ? undefined : oembedPath(id);
}
