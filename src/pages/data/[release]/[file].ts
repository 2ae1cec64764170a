import type { APIRoute, GetStaticPaths } from 'astro';

/** The files of each frozen release, byte for byte as the release job wrote them. */
const files = import.meta.glob<string>('../../../content/releases/*/release.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const getStaticPaths = (() =>
  Object.entries(files).map(([path, text]) => {
    const [file, release] = path.split('/').toReversed();
    return { params: { release, file }, props: { text } };
  })) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/json; charset=utf-8' } });
