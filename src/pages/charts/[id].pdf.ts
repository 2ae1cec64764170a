import type { APIRoute } from 'astro';
import { addressIn } from '../../address.ts';
import { renderSlides } from '../../charts/slides/renderSlides.ts';
import { keptPicture } from '../../components/charts/keptPicture.ts';
import { chartPaths, loadFigure } from '../../components/charts/loadFigure.ts';
import { chartPath } from '../../figures/estimates/source.ts';
import { fromChannel } from '../../survey/channel.ts';

export const getStaticPaths = chartPaths;

export const GET: APIRoute<never, { id: string }> = async ({ params: { id }, site }) => {
  // A document is handed on, and nobody knows where it is opened.
  const address = fromChannel(addressIn(site, chartPath({ slug: id })), 'shared');
  const shown = { described: await loadFigure(id, site), address };
  const slides = keptPicture('slides', shown, ({ described }) => renderSlides(described, address));
  return new Response(new Uint8Array(slides), {
    headers: { 'content-type': 'application/pdf' },
  });
};
