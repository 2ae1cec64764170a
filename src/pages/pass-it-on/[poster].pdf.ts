import type { APIRoute, GetStaticPaths } from 'astro';
import { renderPoster } from '../../charts/poster/renderPoster.ts';
import { papers, posterOf, posterPath, posters } from '../../components/passing/posters.ts';

export const getStaticPaths = (() =>
  posters.flatMap((one) =>
    papers.map((paper) => ({
      params: { poster: posterPath(one, paper).replace(/^.*\/|\.pdf$/g, '') },
      props: { one, paper },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ one: (typeof posters)[number]; paper: (typeof papers)[number] }> = ({
  props: { one, paper },
  site,
}) =>
  new Response(new Uint8Array(renderPoster(posterOf(one, paper, site))), {
    headers: { 'content-type': 'application/pdf' },
  });
