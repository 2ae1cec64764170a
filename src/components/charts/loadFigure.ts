import { getCollection } from 'astro:content';
import type { Figure } from '../../figures/figure.ts';
import { cuts } from '../../figures/cuts/cuts.ts';
import { chartIds, figureOf } from '../../figures/estimates/figureOf.ts';
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

/** A path for each chart, for getStaticPaths. */
export const chartPaths = () => chartIds.map((id) => ({ params: { id } }));

/** A path for each cut of a chart, for getStaticPaths; its props hold the id of its figure. */
export const cutPaths = () =>
  cuts.map((cut) => ({
    params: { id: cut.estimate.slug, segment: cut.segment.id },
    props: { figure: cut.id },
  }));
