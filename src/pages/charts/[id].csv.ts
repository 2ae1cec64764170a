import type { APIRoute } from 'astro';
import { csv } from '../../words/csv.ts';
import { chartPaths, loadFigure } from '../../components/charts/loadFigure.ts';

export const getStaticPaths = chartPaths;

export const GET: APIRoute<never, { id: string }> = async ({ params, site }) =>
  new Response(csv((await loadFigure(params.id, site)).figure), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
