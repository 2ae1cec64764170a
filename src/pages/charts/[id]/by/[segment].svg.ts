import type { APIRoute } from 'astro';
import { keptFile } from '../../../../components/charts/keptPicture.ts';
import { cutPaths, loadFigure } from '../../../../components/charts/loadFigure.ts';

export const getStaticPaths = cutPaths;

export const GET: APIRoute<{ figure: string }> = async ({ props, site }) =>
  new Response(keptFile(await loadFigure(props.figure, site)), {
    headers: { 'content-type': 'image/svg+xml' },
  });
