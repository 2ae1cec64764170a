import type { APIRoute } from 'astro';
import { card } from '../../../../components/charts/card.ts';
import { cutPaths, loadFigure } from '../../../../components/charts/loadFigure.ts';
import { oembed } from '../../../../components/charts/oembed.ts';

export const getStaticPaths = cutPaths;

export const GET: APIRoute<{ figure: string }> = async ({ props: { figure: id }, site }) =>
  Response.json(oembed(await loadFigure(id, site), await card(id, site), site));
