import type { APIRoute } from 'astro';
import { renderFile } from '../../charts/render.ts';
import { chartPaths, loadFigure } from '../../components/charts/loadFigure.ts';

export const getStaticPaths = chartPaths;

export const GET: APIRoute<never, { id: string }> = async ({ params, site }) =>
  new Response(renderFile(await loadFigure(params.id, site)), {
    headers: { 'content-type': 'image/svg+xml' },
  });
