import type { HostRule, Redirect } from './hostRules.ts';

/** `_headers`, which Netlify, Cloudflare and others read. */
export const headerFile = (rules: readonly HostRule[]): string =>
  rules
    .map(({ path, headers }) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
    )
    .join('\n\n') + '\n';

/**
 * `_redirects`, read by the same (https://developers.cloudflare.com/pages/configuration/redirects/). 302, not 301: feed
 * readers keep the address they asked for, so that the database can move.
 */
export const redirectFile = (redirects: readonly Redirect[]): string =>
  `${redirects.map(({ from, to }) => `${from} ${to} 302`).join('\n')}\n`;

/** `vercel.json`: https://vercel.com/docs/project-configuration/vercel-json */
export const vercelFile = (rules: readonly HostRule[], redirects: readonly Redirect[]): string =>
  `${JSON.stringify(
    {
      trailingSlash: true,
      headers: rules.map(({ path, headers }) => ({
        source: path.replace(/\*$/, '(.*)'),
        headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
      })),
      redirects: redirects.map(({ from, to }) => ({ source: from, destination: to, statusCode: 302 })),
    },
    null,
    2,
  )}\n`;
