import type { APIRoute } from 'astro';
import { keptThumbnail } from '../../components/charts/keptPicture.ts';
import { chartPaths, loadFigure } from '../../components/charts/loadFigure.ts';

export const getStaticPaths = chartPaths;

export const GET: APIRoute<never, { id: string }> = async ({ params, site }) =>
  new Response(new Uint8Array(keptThumbnail(await loadFigure(params.id, site))), {
    headers: { 'content-type': 'image/webp' },
  });
