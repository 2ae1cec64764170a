import type { APIRoute, GetStaticPaths } from 'astro';
import { instrumentText } from '../../../release/package/registration.ts';
import { versions } from '../../../survey/versions/versions.ts';

/** An earlier questionnaire, for receipts and drafts of that version. */
export const getStaticPaths = (() =>
  versions
    .slice(0, -1)
    .map((of) => ({ params: { version: of.version }, props: { of } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ of: (typeof versions)[number] }> = ({ props }) =>
  new Response(instrumentText(props.of), { headers: { 'Content-Type': 'application/json' } });
