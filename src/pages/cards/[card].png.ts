import type { APIRoute, GetStaticPaths } from 'astro';
import { card, generalCard, type Card } from '../../components/charts/card.ts';
import { cardOfEssay } from '../../components/essay/cardOfEssay.ts';
import { listEssays } from '../../essay/listEssays.ts';
import { studyCard } from '../../components/ledger/studyCard.ts';
import { pictureIds } from '../../figures/estimates/figureOf.ts';
import { loadLedger } from '../../ledger/loadLedger.ts';

const site = new URL(import.meta.env.SITE);

/** One file a card, with a hash of its content in its name. */
export const getStaticPaths = (async () => {
  const cards = await Promise.all(pictureIds.map((id) => card(id, site)));
  const studies = (await loadLedger()).map((study) => studyCard(study, site));
  const ofEssays = (await listEssays()).map((essay) => cardOfEssay(essay, site));
  const all = [...cards, ...studies, ...ofEssays, generalCard(site)];
  // An essay whose letters no card can hold has the general one.
  return [...new Map(all.map((drawn) => [drawn.path, drawn])).values()].map((drawn) => ({
    params: { card: drawn.path.replace(/^\/cards\/|\.png$/g, '') },
    props: { drawn },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ drawn: Card }> = ({ props }) =>
  new Response(new Uint8Array(props.drawn.draw()), { headers: { 'content-type': 'image/png' } });
