import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { publisherOf } from '../../../components/data/publisherOf.ts';
import { packageFiles, type PackageFile } from '../../../release/package/packageFiles.ts';
import { frozenText } from '../_frozenText.ts';

/** Every file of the data package of every release, made from the frozen release alone. */
export const getStaticPaths = (async () => {
  const all = (await getCollection('releases')).map(({ data }) => data);
  const publisher = publisherOf(new URL(import.meta.env.SITE));
  return all.flatMap((release) =>
    packageFiles({ release, frozen: frozenText(release.id), all }, publisher).map((file) => ({
      params: { release: release.id, file: file.name },
      props: { file },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: PackageFile }> = ({ props: { file } }) =>
  new Response(file.content, { headers: { 'content-type': file.mediatype } });
