import type { APIRoute } from 'astro';
import { keptFile } from '../../components/charts/keptPicture.ts';
import { chartPaths, loadFigure } from '../../components/charts/loadFigure.ts';

export const getStaticPaths = chartPaths;

export const GET: APIRoute<never, { id: string }> = async ({ params, site }) =>
  new Response(keptFile(await loadFigure(params.id, site)), {
    headers: { 'content-type': 'image/svg+xml' },
  });
