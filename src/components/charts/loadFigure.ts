import { getCollection } from 'astro:content';
import type { Figure } from '../../charts/figure.ts';
import { figureOf } from '../../charts/figures/figureOf.ts';
import { catalogue } from '../../release/catalogue.ts';
import { currentRelease } from '../../release/currentRelease.ts';
import { questionnaire } from '../../survey/questionnaire.ts';

/**
 * The figure of one chart, from the release that the site shows.
 * @param site the site’s address, printed in the picture
 * @throws on a chart id that does not exist, naming those that do
 */
export async function loadFigure(id: string, site: URL | undefined): Promise<Figure> {
  if (site === undefined) throw new Error('astro.config.mjs must set `site`: pictures print their address.');
  const releases = await getCollection('releases');
  const release = currentRelease(releases.map(({ data }) => data));
  return figureOf(id, { release, questionnaire, host: site.host });
}

/** A path for each chart of the catalogue, for getStaticPaths. */
export const chartPaths = () => catalogue.map(({ slug }) => ({ params: { id: slug } }));
