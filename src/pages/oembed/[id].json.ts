import type { APIRoute } from 'astro';
import { card } from '../../components/charts/card.ts';
import { chartPaths, loadFigure } from '../../components/charts/loadFigure.ts';
import { oembed } from '../../components/charts/oembed.ts';

export const getStaticPaths = chartPaths;

export const GET: APIRoute<never, { id: string }> = async ({ params: { id }, site }) =>
  Response.json(oembed(await loadFigure(id, site), await card(id, site), site));
