import type { HostRule, Redirect } from './hostRules.ts';

/** What a server of one’s own is told. */
interface OwnServer {
  /** The folder of the host that the site lies in: `/`, `/why/`. */
  readonly folder: string;
  /** The table itself: such a server takes the one rule with the longest path. */
  readonly rules: readonly HostRule[];
  readonly redirects: readonly Redirect[];
}

const withoutStar = (path: string): string => path.replace(/\*$/, '');

/** A value in double quotes, as both servers read it; neither has a variable in a value of ours. */
function quoted(value: string): string {
  if (/["\\${}]/.test(value))
    throw new Error(`A header or address may not hold quotes, $ or braces: ${value}`);
  return `"${value}"`;
}

/**
 * For nginx: https://nginx.org/en/docs/http/ngx_http_core_module.html#location. `^~`, so that no expression of the
 * server’s own configuration comes first; `always`, so that a 404 has its headers, too.
 */
export function nginxFile({ folder, rules, redirects }: OwnServer): string {
  const at = (path: string): string => folder + withoutStar(path).slice(1);
  return [
    '# Written by "npm run build". Put into a server block whose root holds the site:',
    `#   server { listen 443 ssl; …; root /srv/www; include …/.hosts/nginx.conf; }   # ${folder} is /srv/www${folder}`,
    `location ^~ ${folder}.hosts/ { error_page 404 ${folder}404.html; return 404; }`,
    ...rules.map(({ path, headers }) =>
      [
        `location ^~ ${at(path)} {`,
        '  charset utf-8;',
        '  absolute_redirect off;',
        `  error_page 404 ${folder}404.html;`,
        ...Object.entries(headers).map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`),
        '}',
      ].join('\n'),
    ),
    ...redirects.map(({ from, to }) => `location = ${at(from)} { return 302 ${quoted(to)}; }`),
    '',
  ].join('\n');
}

/** For Caddy: `handle` blocks exclude each other, the longest path first (https://caddyserver.com/docs/caddyfile/directives/handle). */
export function caddyFile({ folder, rules, redirects }: OwnServer): string {
  const at = (path: string): string => folder + path.slice(1);
  return [
    '# Written by "npm run build". Import into a site whose root holds the files:',
    `#   example.org { root * /srv/www; import …/.hosts/Caddyfile }   # ${folder} is /srv/www${folder}`,
    ...redirects.map(({ from, to }) => `handle ${at(from)} {\n\tredir * ${quoted(to)} 302\n}`),
    ...rules.map(({ path, headers }) =>
      [
        `handle ${at(path)} {`,
        '\theader {',
        ...Object.entries(headers).map(([name, value]) => `\t\t${name} ${quoted(value)}`),
        '\t}',
        // Among the rest, so that it has the headers of a page that is not there.
        ...(path === '/*' ? [`\terror ${folder}.hosts/* 404`] : []),
        '\tfile_server',
        '}',
      ].join('\n'),
    ),
    ...(folder === '/' ? [] : [`redir ${folder.slice(0, -1)} ${folder} 308`]),
    `handle_errors {\n\thandle ${folder}* {\n\t\trewrite * ${folder}404.html\n\t\tfile_server\n\t}\n}`,
    '',
  ].join('\n');
}
