import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Headers = Readonly<Record<string, string>>;

/** What a host would answer, by its own file and its own rule of which entry counts. */
export interface SaidByHost {
  readonly host: string;
  /** The headers of every rule that the host applies to an address of the site. */
  readonly rulesFor: (path: string) => readonly Headers[];
  /** Where an address leads to, by its own. */
  readonly redirects: Readonly<Record<string, string>>;
}

const fits = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

const unquoted = (value: string): string => value.replace(/^"(.*)"$/, '$1');

/** Netlify, Cloudflare: every rule that matches counts, and of a name said twice both values. */
export function publishedFiles(read: (name: string) => string): SaidByHost {
  const rules = read('_headers')
    .trim()
    .split('\n\n')
    .map((block) => {
      const [pattern = '', ...lines] = block.split('\n');
      const pairs = lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line)?.slice(1) as [string, string]);
      return { pattern, headers: Object.fromEntries<string>(pairs) };
    });
  const redirects = read('_redirects')
    .trim()
    .split('\n')
    .map((line) => {
      const [from = '', to = '', status, ...more] = line.split(' ');
      if (status !== '302' || more.length > 0)
        throw new Error(`_redirects has a line of another kind: ${line}`);
      return [from, to] as const;
    });
  return {
    host: '_headers and _redirects',
    rulesFor: (path) => rules.filter(({ pattern }) => fits(pattern, path)).map(({ headers }) => headers),
    redirects: Object.fromEntries(redirects),
  };
}

interface Vercel {
  trailingSlash: boolean;
  headers: { source: string; headers: { key: string; value: string }[] }[];
  redirects: { source: string; destination: string; statusCode: number }[];
}

/** Vercel: every rule that matches counts. A source is a pattern of path-to-regexp, of which ours use the end alone. */
export function vercel(read: (name: string) => string): SaidByHost {
  const { trailingSlash, headers, redirects } = JSON.parse(read('vercel.json')) as Vercel;
  if (!trailingSlash) throw new Error('vercel.json lets a page be without its slash.');
  for (const { source } of [...headers, ...redirects])
    if (!/^\/[\w./-]*(?:\(\.\*\))?$/.test(source)) throw new Error(`vercel.json has a pattern: ${source}`);
  return {
    host: 'vercel.json',
    rulesFor: (path) =>
      headers
        .filter(({ source }) => new RegExp(`^${source}$`).test(path))
        .map((rule) => Object.fromEntries(rule.headers.map(({ key, value }) => [key, value]))),
    redirects: Object.fromEntries(
      redirects.map(({ source, destination, statusCode }) => {
        if (statusCode !== 302) throw new Error(`vercel.json redirects ${source} for good.`);
        return [source, destination];
      }),
    ),
  };
}

/** The one with the longest path counts: `^~` and `=` in nginx, `handle` in Caddy. */
const longest = (rules: ReadonlyMap<string, Headers>, path: string): readonly Headers[] =>
  [...rules]
    .filter(([prefix]) => path.startsWith(prefix))
    .sort(([a], [b]) => b.length - a.length)
    .slice(0, 1)
    .map(([, headers]) => headers);

/** @param folder of the host that the site lies in */
export function nginx(read: (name: string) => string, folder: string): SaidByHost {
  const text = read('.hosts/nginx.conf');
  const inSite = (path: string): string => path.replace(folder, '/');
  const blocks = [...text.matchAll(/^location \^~ (\S+) \{\n(.*?)^\}/gms)];
  const rules = blocks.map(([, path = '', body = '']): [string, Headers] => {
    const pairs = [...body.matchAll(/^ {2}add_header (\S+) (".*") always;$/gm)];
    return [
      inSite(path),
      Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, unquoted(value)])),
    ];
  });
  const redirects = [...text.matchAll(/^location = (\S+) \{ return 302 (".*"); \}$/gm)];
  return {
    host: 'nginx.conf',
    rulesFor: (path) => longest(new Map(rules), path),
    redirects: Object.fromEntries(redirects.map(([, from = '', to = '']) => [inSite(from), unquoted(to)])),
  };
}

/** @param folder of the host that the site lies in */
export function caddy(read: (name: string) => string, folder: string): SaidByHost {
  const text = read('.hosts/Caddyfile');
  const inSite = (path: string): string => path.replace(folder, '/');
  const blocks = [
    ...text.matchAll(/^handle (\S+?)\*? \{\n\theader \{\n(.*?)^\t\}\n(?:\terror .*?\n)?\tfile_server\n\}/gms),
  ];
  const rules = blocks.map(([, path = '', body = '']): [string, Headers] => {
    const pairs = [...body.matchAll(/^\t\t(\S+) (".*")$/gm)];
    return [
      inSite(path),
      Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, unquoted(value)])),
    ];
  });
  const redirects = [...text.matchAll(/^handle (\S+) \{\n\tredir \* (".*") 302\n\}$/gm)];
  return {
    host: 'Caddyfile',
    rulesFor: (path) => longest(new Map(rules), path),
    redirects: Object.fromEntries(redirects.map(([, from = '', to = '']) => [inSite(from), unquoted(to)])),
  };
}

/** Every host that a built site has a file for. */
export function saidByHosts(dist: string, folder: string): readonly SaidByHost[] {
  const read = (name: string): string => readFileSync(join(dist, name), 'utf8');
  return [publishedFiles(read), vercel(read), nginx(read, folder), caddy(read, folder)];
}
