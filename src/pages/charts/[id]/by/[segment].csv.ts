import type { APIRoute } from 'astro';
import { csv } from '../../../../words/csv.ts';
import { cutPaths, loadFigure } from '../../../../components/charts/loadFigure.ts';

export const getStaticPaths = cutPaths;

export const GET: APIRoute<{ figure: string }> = async ({ props, site }) =>
  new Response(csv((await loadFigure(props.figure, site)).figure), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
