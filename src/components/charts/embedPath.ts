import { chartPath } from '../../figures/estimates/source.ts';
import { pictureIds } from '../../figures/estimates/figureOf.ts';

/** Where a chart or a cut of it stands alone, for frames on other pages. @param id of the figure */
export const embedPath = (id: string): string => `/embed/${id}/`;

/** Where the oEmbed answer for a chart stands. */
export const oembedPath = (id: string): string => `/oembed/${id}.json`;

/** The script that a host page may use to fit frames to their width; a file in `public/`. */
export const resizeScript = '/embed/resize.js';

/** The oEmbed answer about a page, or `undefined` where a page has nothing to embed. @param path the page’s own, from the root */
export function oembedOf(path: string): string | undefined {
  const id = pictureIds.find((slug) => chartPath({ slug }) === path);
  return id === undefined ? undefined : oembedPath(id);
}
