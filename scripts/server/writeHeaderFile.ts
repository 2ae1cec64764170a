import { readdirSync, writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isDemonstration, type Environment } from '../../src/release/demonstration.ts';
import { headersFor, strictTransportSecurity } from './headers.ts';

/** Read by hosts, and no part of the site. */
export const hostFiles: readonly string[] = ['_headers', '_redirects'];

/** Writes `_headers` into the built site, so that a static host sends the policy that the local server sends. */
export const writeHeaderFile: AstroIntegration = {
  name: 'write-header-file',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir);
      const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !hostFiles.includes(entry.name))
        .map((entry) => `/${relative(folder, `${entry.parentPath}/${entry.name}`).split(sep).join('/')}`)
        .map((path) => path.replace(/\/index\.html$/, '/'))
        .sort();
      writeFileSync(new URL('_headers', dir), headerFile(paths, siteWide(process.env)));
    },
  },
};

type Headers = Readonly<Record<string, string>>;

/** What hosts send with every file: over TLS only, and of made-up numbers that no search engine may list a picture or a file. */
export const siteWide = (env: Environment): Headers => ({
  ...strictTransportSecurity,
  ...(isDemonstration(env) && { 'X-Robots-Tag': 'noindex' }),
});

/** Cloudflare’s limit, the lowest we know of: https://developers.cloudflare.com/pages/configuration/headers/ */
const MOST_RULES = 100;

/**
 * The response headers of a built site as a `_headers` file, which Netlify, Cloudflare and others read.
 * No address matches two of its rules, because hosts join what all matching rules say, and of two frame-ancestors browsers
 * obey the stricter. So there is no rule for everything: each folder whose files agree has one, other files one each.
 * @param paths the address of every file of the site: `/`, `/about/`, `/charts/told-by-day.svg`
 * @param everywhere what every address gets on top of its own
 * @throws Error when hosts would not read all of it
 */
export function headerFile(paths: readonly string[], everywhere: Headers): string {
  const rules = rulesIn('/', paths);
  if (rules.length > MOST_RULES)
    throw new Error(
      `The site needs ${rules.length} rules in _headers and hosts read ${MOST_RULES}: let more folders agree in scripts/server/headers.ts.`,
    );
  return rules.map((path) => [path, ...headerLines(path, everywhere)].join('\n')).join('\n\n') + '\n';
}

/** The patterns for a folder and all in it. */
function rulesIn(folder: string, paths: readonly string[]): readonly string[] {
  const kinds = new Set(paths.map((path) => headerLines(path).join()));
  if (kinds.size === 1 && folder !== '/') return [`${folder}*`];
  const groups = Map.groupBy(paths, (path) => /^[^/]+\//.exec(path.slice(folder.length))?.[0]);
  return [...groups].flatMap(([name, inside]) =>
    name === undefined ? inside : rulesIn(folder + name, inside),
  );
}

function headerLines(path: string, everywhere: Headers = {}): readonly string[] {
  const headers = { ...headersFor(path), ...everywhere };
  return Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
}
