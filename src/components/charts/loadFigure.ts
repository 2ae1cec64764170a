import { getCollection } from 'astro:content';
import { describe } from '../../words/describe.ts';
import type { DescribedFigure } from '../../words/words.ts';
import { cuts } from '../../figures/cuts/cuts.ts';
import { chartIds, figureOf } from '../../figures/estimates/figureOf.ts';
import { currentRelease } from '../../release/currentRelease.ts';
import { questionnaire } from '../../survey/questionnaire.ts';

/**
 * The figure of one chart with its words, from the release that the site shows.
 * @param site the site’s address, printed in the picture
 * @throws on a chart id that does not exist, naming those that do
 */
export async function loadFigure(id: string, site: URL | undefined): Promise<DescribedFigure> {
  if (site === undefined) throw new Error('astro.config.mjs must set `site`: pictures print their address.');
  const releases = await getCollection('releases');
  const release = currentRelease(releases.map(({ data }) => data));
  const figure = figureOf(id, { release, questionnaire, host: site.host });
  return { figure, words: describe(figure) };
}

/** A path for each chart, for getStaticPaths. */
export const chartPaths = () => chartIds.map((id) => ({ params: { id } }));

/** A path for each cut of a chart, for getStaticPaths; its props hold the id of its figure. */
export const cutPaths = () =>
  cuts.map((cut) => ({
    params: { id: cut.estimate.slug, segment: cut.segment.id },
    props: { figure: cut.id },
  }));
