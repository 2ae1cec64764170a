import type { APIRoute } from 'astro';
import { card } from '../../../../components/charts/card.ts';
import { cutPaths } from '../../../../components/charts/loadFigure.ts';

export const getStaticPaths = cutPaths;

export const GET: APIRoute<{ figure: string }> = async ({ props, site }) => {
  const { png } = await card(props.figure, site);
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
