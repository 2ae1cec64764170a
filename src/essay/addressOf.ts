import { addressIn, type SitePath } from '../address.ts';

const isPath = (link: string): link is SitePath => link.startsWith('/');

/** The address that a link of front matter means, which is an address or a path of the site. */
export const addressOf = (link: string, site: URL | undefined): string =>
  isPath(link) ? addressIn(site, link) : link;
