import type { APIRoute } from 'astro';
import { squarePage } from '../../../../charts/card/cardPage.ts';
import { keptPost } from '../../../../components/charts/keptPicture.ts';
import { cutPaths, loadFigure } from '../../../../components/charts/loadFigure.ts';

export const getStaticPaths = cutPaths;

export const GET: APIRoute<{ figure: string }> = async ({ props, site }) =>
  new Response(new Uint8Array(keptPost(await loadFigure(props.figure, site), squarePage)), {
    headers: { 'content-type': 'image/png' },
  });
