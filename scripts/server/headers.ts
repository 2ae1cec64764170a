interface HeaderRule {
  /** Addresses it is for; one `*` stands for any text. No address belongs to two rules but the last. */
  paths: readonly string[];
  headers: Readonly<Record<string, string>>;
}

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

const revalidate = 'public, max-age=0, must-revalidate';

/** What a page may do with others, unless a rule says otherwise. The rest of the policy is in the page's own meta element. */
const page = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cache-Control': revalidate,
};

/**
 * Only over TLS: a browser ignores it elsewhere, and RFC 6797 7.2 forbids sending it there.
 * For hosts; the local server leaves it out.
 */
export const strictTransportSecurity = { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' };

/**
 * The one table of response headers: what the meta element of a page cannot say
 * (https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-content-security-policy), and how long
 * a file may be kept. The local server reads it; files for hosts are to be written from it.
 * The paths are disjoint, because hosts that merge the headers of all matching rules would send two
 * frame-ancestors, and browsers obey the stricter.
 */
export const headerRules: readonly HeaderRule[] = [
  {
    paths: ['/embed/*'],
    headers: {
      ...everywhere,
      'Content-Security-Policy': 'frame-ancestors *',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Referrer-Policy': page['Referrer-Policy'],
      'Cache-Control': revalidate,
    },
  },
  {
    // A receipt code or a moderator's queue must not travel in a referrer, nor wait in a shared computer's cache.
    paths: ['/survey/receipt/*', '/moderate/*'],
    headers: { ...everywhere, ...page, 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' },
  },
  {
    paths: ['/data/*', '/oembed/*', '/charts/*.svg', '/charts/*.png', '/charts/*.csv'],
    headers: { ...everywhere, ...page, 'Cross-Origin-Resource-Policy': 'cross-origin' },
  },
  {
    // The name changes with the content. Open to other origins, for embeds in a sandboxed frame have none.
    paths: ['/_astro/*'],
    headers: {
      ...everywhere,
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  },
  {
    paths: ['/rest/v1/*', '/auth/v1/*'],
    headers: { ...everywhere, ...page, 'Cache-Control': 'no-store' },
  },
  { paths: ['/*'], headers: { ...everywhere, ...page } },
];

function matches(pattern: string, path: string): boolean {
  const [start = '', end] = pattern.split('*');
  return end === undefined ? path === start : path.startsWith(start) && path.endsWith(end);
}

/** The headers for one address. @param path begins with a slash, without query */
export function headersFor(path: string): Readonly<Record<string, string>> {
  const rule = headerRules.find(({ paths }) => paths.some((pattern) => matches(pattern, path)));
  return rule?.headers ?? { ...everywhere, ...page };
}
