import type { APIRoute } from 'astro';
import { card } from '../../components/charts/card.ts';
import { chartPaths } from '../../components/charts/loadFigure.ts';

export const getStaticPaths = chartPaths;

export const GET: APIRoute<never, { id: string }> = async ({ params, site }) => {
  const { png } = await card(params.id, site);
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
