import type { APIRoute, GetStaticPaths } from 'astro';
import { card, generalCard, type Card } from '../../components/charts/card.ts';
import { pictureIds } from '../../figures/estimates/figureOf.ts';

const site = new URL(import.meta.env.SITE);

/** One file a card, with a hash of its content in its name. */
export const getStaticPaths = (async () => {
  const cards = await Promise.all(pictureIds.map((id) => card(id, site)));
  return [...cards, generalCard(site)].map((drawn) => ({
    params: { card: drawn.path.replace(/^\/cards\/|\.png$/g, '') },
    props: { drawn },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ drawn: Card }> = ({ props }) =>
  new Response(new Uint8Array(props.drawn.png), { headers: { 'content-type': 'image/png' } });
