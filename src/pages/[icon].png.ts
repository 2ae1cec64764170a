import type { APIRoute, GetStaticPaths } from 'astro';
import { renderIcon } from '../charts/render.ts';
import { icons } from '../components/page/icons.ts';

export const getStaticPaths = (() =>
  icons.map(({ name, size }) => ({ params: { icon: name }, props: { size } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ size: number }> = ({ props }) =>
  new Response(new Uint8Array(renderIcon(props.size)), { headers: { 'content-type': 'image/png' } });
