/** A path as the site knows it, from its own root: `/essays/`. It is no address, because a site may lie in a folder of its host. */
export type SitePath = `/${string}`;

/** The folder of a host that a site may lie in, without the last slash, as a regular expression of JavaScript and of PostgreSQL. */
export const folderPattern = '(?:/[A-Za-z0-9._~-]+)*';

/** The address of a path of the site. @param site the site’s own, with a slash at its end: https://someone.github.io/why/ */
export const addressIn = (site: string | URL | undefined, path: SitePath): string =>
  new URL(`.${path}`, site).href;

/** Whether only this machine finds what is there. */
export const isLoopback = ({ hostname }: URL): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** An address as people write it: someone.github.io/why */
export const withoutScheme = ({ host, pathname }: URL): string => `${host}${pathname}`.replace(/\/$/, '');

/** Where a path of the site is on its host, for links from page to page: `/why/essays/`. */
export const onSite = (path: SitePath): string => import.meta.env.BASE_URL + path.slice(1);
