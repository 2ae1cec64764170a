import { policy } from '../../src/components/moderate/policy.ts';

interface HeaderRule {
  /** Addresses of the site that it is for, each with all in it; the first rule that fits counts, which is the longest. */
  paths: readonly string[];
  headers: Readonly<Record<string, string>>;
}

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  // What would see, hear or find a reader; the rest is left as it is by default, which gives frames of others next to
  // nothing (https://www.w3.org/TR/permissions-policy/#default-allowlists), and scripts of others run on no page.
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

const revalidate = 'public, max-age=0, must-revalidate';
const forGood = 'public, max-age=31536000, immutable';

/** For what other sites may show or read: pictures, data, and the fonts and icon of an embed, whose sandboxed frame has no origin. */
const crossOrigin = { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' };

/** What a page may do with others, unless a rule says otherwise. The rest of the policy is in the page's own meta element. */
const page = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cache-Control': revalidate,
};

/** A receipt code or a moderator's queue must not travel in a referrer, nor wait in a shared computer's cache. */
const unseen = { 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' };

/**
 * The one table of response headers: what the meta element of a page cannot say
 * (https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-content-security-policy), and how long
 * a file may be kept. The local server reads it, and scripts/hosts/ writes it out for others.
 */
export const headerRules: readonly HeaderRule[] = [
  {
    // Anyone may frame a chart. The sandbox holds also where a host left it out of its frame: no script, no form, no origin.
    paths: ['/embed/*'],
    headers: {
      ...everywhere,
      ...crossOrigin,
      'Content-Security-Policy':
        "frame-ancestors *; script-src 'none'; sandbox allow-popups allow-popups-to-escape-sandbox",
      'Referrer-Policy': page['Referrer-Policy'],
      'Cache-Control': revalidate,
    },
  },
  {
    // Parts of pages, for our own scripts to fetch: a search engine should lead to the page itself.
    paths: ['/fragments/*'],
    headers: {
      ...everywhere,
      ...page,
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'X-Robots-Tag': 'noindex',
    },
  },
  // The words of a search stand in its address, and stay on the site.
  {
    paths: ['/search/*'],
    headers: { ...everywhere, ...page, 'Referrer-Policy': unseen['Referrer-Policy'] },
  },
  { paths: ['/survey/receipt/*'], headers: { ...everywhere, ...page, ...unseen } },
  {
    paths: ['/moderate/*'],
    headers: {
      ...everywhere,
      ...page,
      ...unseen,
      'Content-Security-Policy': ["frame-ancestors 'none'", ...policy].join('; '),
    },
  },
  {
    paths: ['/data/*', '/oembed/*', '/charts/*', '/favicon.svg'],
    headers: { ...everywhere, ...page, ...crossOrigin },
  },
  {
    // The name changes with the content.
    paths: ['/_astro/*', '/cards/*'],
    headers: { ...everywhere, ...crossOrigin, 'Cache-Control': forGood },
  },
  { paths: ['/*'], headers: { ...everywhere, ...page } },
];

/** For what the local server answers itself. */
const apiRule: HeaderRule = {
  paths: ['/rest/v1/*', '/auth/v1/*'],
  headers: { ...everywhere, ...page, 'Cache-Control': 'no-store' },
};

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

/** The headers for one address of the site. @param path from its root, without query */
export function headersFor(path: string): Readonly<Record<string, string>> {
  const rule = [apiRule, ...headerRules].find(({ paths }) => paths.some((pattern) => matches(pattern, path)));
  return rule?.headers ?? { ...everywhere, ...page };
}
