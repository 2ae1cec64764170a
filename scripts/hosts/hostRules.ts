import { isDemonstration, type Environment } from '../../src/release/demonstration.ts';
import { headersFor } from '../server/headers.ts';

export type Headers = Readonly<Record<string, string>>;

/** What a host does with one address, or with all in a folder (`/charts/*`). */
export interface HostRule {
  readonly path: string;
  readonly headers: Headers;
}

/** An address that a host answers with another one. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/**
 * What hosts send with every file. Over TLS only: a browser ignores it elsewhere, and RFC 6797 7.2 forbids it there. It
 * binds the whole host, so a site in a folder leaves that to whoever has the rest; and every subdomain only when asked,
 * because one that is still served without TLS would be out of reach for two years. Of made-up numbers no search engine
 * may list a picture or a file.
 * @param folder of the host that the site lies in
 */
export const siteWide = (folder: string, env: Environment): Headers => ({
  ...(folder === '/' && {
    'Strict-Transport-Security': `max-age=63072000${env.HSTS_SUBDOMAINS === '1' ? '; includeSubDomains' : ''}`,
  }),
  ...(isDemonstration(env) && { 'X-Robots-Tag': 'noindex' }),
});

/** Cloudflare’s limit, the lowest we know of: https://developers.cloudflare.com/pages/configuration/headers/ */
const MOST_RULES = 100;

/**
 * The table of response headers for hosts that join what all matching rules say: what every file gets is one rule for
 * everything, an address that leads nowhere included, and the rest has patterns of which no address matches two, because
 * of two frame-ancestors browsers obey the stricter: each folder whose files agree has one, other files one each.
 * @param paths the address of every file of the site: `/`, `/about/`, `/charts/told-by-day.svg`
 * @param everywhere what every address gets on top of its own
 * @throws Error when hosts would not read all of it
 */
export function hostRules(paths: readonly string[], everywhere: Headers): readonly HostRule[] {
  const whole = patternsIn('/', paths).map((path) => ({
    path,
    headers: { ...headersFor(path), ...everywhere },
  }));
  const isShared = ([name, value]: readonly [string, string]) =>
    whole.every(({ headers }) => (headers as Headers)[name] === value);
  const shared = Object.entries(whole[0]?.headers ?? {}).filter(isShared);
  const rules = [
    { path: '/*', headers: Object.fromEntries(shared) },
    ...whole.map(({ path, headers }) => ({
      path,
      headers: Object.fromEntries(Object.entries(headers).filter((header) => !isShared(header))),
    })),
  ];
  if (rules.length > MOST_RULES)
    throw new Error(
      `The site needs ${rules.length} rules in _headers and hosts read ${MOST_RULES}: let more folders agree in scripts/server/headers.ts.`,
    );
  return rules;
}

/** The patterns for a folder and all in it. */
function patternsIn(folder: string, paths: readonly string[]): readonly string[] {
  const kinds = new Set(paths.map((path) => JSON.stringify(headersFor(path))));
  if (kinds.size === 1 && folder !== '/') return [`${folder}*`];
  const groups = Map.groupBy(paths, (path) => /^[^/]+\//.exec(path.slice(folder.length))?.[0]);
  return [...groups].flatMap(([name, inside]) =>
    name === undefined ? inside : patternsIn(folder + name, inside),
  );
}
