import type { APIRoute } from 'astro';
import { addressIn } from '../../address.ts';
import { controller } from '../../controller.ts';

/** Days. Less than a year, as RFC 9116 2.5.5 has it, so that what nobody builds any more is not taken for current. */
const current = 330;

/** Where to report a hole (RFC 9116). Made at build, so that it names the one contact and expires unless somebody builds. */
export const GET: APIRoute = ({ site }) => {
  const expires = new Date();
  expires.setUTCHours(0, 0, 0, 0);
  expires.setUTCDate(expires.getUTCDate() + current);
  return new Response(
    [
      `Contact: mailto:${controller.contact}`,
      `Expires: ${expires.toISOString().replace('.000', '')}`,
      'Preferred-Languages: en',
      `Canonical: ${addressIn(site, '/.well-known/security.txt')}`,
      '',
    ].join('\n'),
  );
};
