import type { APIRoute } from 'astro';
import { squarePage } from '../../charts/card/cardPage.ts';
import { keptPost } from '../../components/charts/keptPicture.ts';
import { chartPaths, loadFigure } from '../../components/charts/loadFigure.ts';

export const getStaticPaths = chartPaths;

export const GET: APIRoute<never, { id: string }> = async ({ params, site }) =>
  new Response(new Uint8Array(keptPost(await loadFigure(params.id, site), squarePage)), {
    headers: { 'content-type': 'image/png' },
  });
