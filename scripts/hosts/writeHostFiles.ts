import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { embeddedKey } from '../../src/api/supabaseAddress.ts';
import type { Environment } from '../../src/release/demonstration.ts';
import { allThreads, feedPath, feedSource, threadAt, type Followed } from '../../src/thread/feed.ts';
import { headerRules } from '../server/headers.ts';
import { siteAddress } from '../build/siteAddress.ts';
import { hostRules, siteWide, type HostRule, type Redirect } from './hostRules.ts';
import { caddyFile, nginxFile } from './ownServers.ts';
import { headerFile, redirectFile, vercelFile } from './publishedHosts.ts';

/** Read by hosts, and no part of the site. */
export const isHostFile = (path: string): boolean =>
  /^\/(?:_headers|_redirects|vercel\.json|\.nojekyll|\.hosts\/.+)$/.test(path);

/** The address within the site of every file in a folder: `/`, `/about/`, `/charts/told-by-day.svg`. */
export const pathsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, `${entry.parentPath}/${entry.name}`).split(sep).join('/')}`)
    .filter((path) => !isHostFile(path))
    .map((path) => path.replace(/\/index\.html$/, '/'))
    .sort();

/**
 * The feed of each page with a thread, and of all, leads from its address on the site to the database, which alone knows
 * what was removed.
 * @param env what the pages were built with, so that both name the same database
 */
function feedRedirects(pages: readonly string[], env: Environment): readonly Redirect[] {
  const { PUBLIC_SUPABASE_URL: url, PUBLIC_SUPABASE_PUBLISHABLE_KEY: key = embeddedKey } = env;
  const place = { api: url === undefined ? '' : new URL(url).origin, key, site: siteAddress(env).href };
  const feeds: readonly Followed[] = [allThreads, ...pages.map(threadAt).filter((one) => one !== undefined)];
  return feeds
    .map((followed) => ({ from: feedPath(followed), to: feedSource(followed, place) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The table as it stands, a rule for each of its paths. */
const wholeTable = (everywhere: HostRule['headers']): readonly HostRule[] =>
  headerRules.flatMap(({ paths, headers }) =>
    paths.map((path) => ({ path, headers: { ...headers, ...everywhere } })),
  );

/** A built site as hosts see it. */
interface Built {
  /** The address within the site of every file, and of every page. */
  readonly files: readonly string[];
  readonly pages: readonly string[];
  /** What it was built with. */
  readonly env: Environment;
}

/**
 * The one table of headers and redirects in the words of each kind of host, by the name of its file, so that all send
 * what the local server sends. What lies in the site itself speaks of it alone, wherever that folder is served.
 */
export function hostFiles({ files, pages, env }: Built): Readonly<Record<string, string>> {
  const { pathname: folder } = siteAddress(env);
  const everywhere = siteWide(folder, env);
  const rules = hostRules(files, everywhere);
  const redirects = feedRedirects(pages, env);
  const own = { folder, rules: wholeTable(everywhere), redirects };
  return {
    _headers: headerFile(rules),
    _redirects: redirectFile(redirects),
    'vercel.json': vercelFile(rules, redirects),
    // GitHub Pages would leave out `_astro` of a branch that it takes for a Jekyll site.
    '.nojekyll': '',
    '.hosts/nginx.conf': nginxFile(own),
    '.hosts/Caddyfile': caddyFile(own),
  };
}

/** Writes the files for hosts into the built site. @param env what it is built with */
export const writeHostFiles = (env: Environment): AstroIntegration => ({
  name: 'write-host-files',
  hooks: {
    'astro:build:done': ({ dir, pages: built }) => {
      const files = pathsIn(fileURLToPath(dir));
      const pages = built.map(({ pathname }) => `/${pathname}`);
      mkdirSync(new URL('.hosts/', dir), { recursive: true });
      for (const [name, text] of Object.entries(hostFiles({ files, pages, env })))
        writeFileSync(new URL(name, dir), text);
    },
  },
});
