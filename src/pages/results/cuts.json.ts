import type { APIRoute } from 'astro';
import type { Bars } from '../../figures/barsFigure.ts';
import { writeCuts } from '../../charts/live/cutsFile.ts';
import { cuts } from '../../figures/cuts/cuts.ts';
import { loadFigure } from '../../components/charts/loadFigure.ts';

/** Every cut of the release, for the explorer on /results/. */
export const GET: APIRoute = async ({ site }) => {
  const figures = await Promise.all(cuts.map(({ id }) => loadFigure(id, site)));
  return new Response(writeCuts(figures.filter((figure): figure is Bars => figure.form === 'bars')), {
    headers: { 'content-type': 'application/json' },
  });
};
