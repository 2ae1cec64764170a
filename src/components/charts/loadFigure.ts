import { withoutScheme } from '../../address.ts';
import { getCollection } from 'astro:content';
import { describe } from '../../words/describe.ts';
import type { DescribedFigure } from '../../words/words.ts';
import { leadingFigure } from '../../words/leadingFigure.ts';
import { cuts } from '../../release/comparisons/cuts.ts';
import { chartIds, figureOf } from '../../figures/estimates/figureOf.ts';
import type { Source } from '../../figures/estimates/source.ts';
import { currentRelease } from '../../release/currentRelease.ts';
import { questionnaire } from '../../survey/questionnaire.ts';

/** What every figure of the site is made from. */
export async function loadSource(site: URL | undefined): Promise<Source> {
  if (site === undefined) throw new Error('astro.config.mjs must set `site`: pictures print their address.');
  const releases = await getCollection('releases');
  return {
    release: currentRelease(releases.map(({ data }) => data)),
    questionnaire,
    host: withoutScheme(site),
  };
}

async function makeFigure(id: string, site: URL | undefined): Promise<DescribedFigure> {
  const figure = figureOf(id, await loadSource(site));
  return { figure, words: describe(figure) };
}

const made = new Map<string, Promise<DescribedFigure>>();

/**
 * The figure of one chart with its words, from the release that the site shows.
 * @param site the site’s address, printed in the picture
 * @throws on a chart id that does not exist, naming those that do
 */
export function loadFigure(id: string, site: URL | undefined): Promise<DescribedFigure> {
  // A dozen pages and files ask for each figure, and a build has one release and one address.
  const figure = (import.meta.env.PROD ? made.get(id) : undefined) ?? makeFigure(id, site);
  made.set(id, figure);
  return figure;
}

/** The first figure of the site’s ranked list that has a finding in the release that the site shows. */
export const loadLeading = async (site: URL | undefined): Promise<string | undefined> =>
  leadingFigure(await loadSource(site));

/** A path for each chart, for getStaticPaths. */
export const chartPaths = () => chartIds.map((id) => ({ params: { id } }));

/** A path for each cut of a chart, for getStaticPaths; its props hold the id of its figure. */
export const cutPaths = () =>
  cuts.map((cut) => ({
    params: { id: cut.estimate.slug, segment: cut.segment.id },
    props: { figure: cut.id },
  }));
