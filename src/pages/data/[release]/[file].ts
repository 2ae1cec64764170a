import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { mediaTypeOf } from '../../../components/data/downloads.ts';

/** Every file of the data package of every release, byte for byte as the release job wrote it. */
export const getStaticPaths = (async () =>
  (await getCollection('published')).flatMap(({ data: { id, files } }) =>
    files.map(({ name }) => ({ params: { release: id, file: name } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params: { release = '', file = '' } }) =>
  new Response(readFileSync(`src/content/releases/${release}/${file}`), {
    headers: { 'content-type': mediaTypeOf(file) },
  });
