import { folderPattern } from '../../src/address.ts';
import { PlainError } from '../command/PlainError.ts';
import { webAddress } from './webAddress.ts';

/**
 * The address that pages, cards, feeds and data packages carry, with a slash at its end; the default is a reserved
 * example domain (RFC 2606). Its path is the folder of the host that the site lies in.
 * @throws {PlainError} when SITE_URL is no address of a site
 */
export function siteAddress({ SITE_URL }: Readonly<Record<string, string | undefined>>): URL {
  const given = SITE_URL ?? 'https://nobutwhy.example';
  const address = webAddress('SITE_URL', given);
  const site = new URL(address.pathname.replace(/\/?$/, '/'), address);
  if (
    address.search + address.hash + address.username !== '' ||
    !new RegExp(`^${folderPattern}/$`).test(site.pathname)
  )
    throw new PlainError(
      `SITE_URL is “${given}”: leave only the host and, where the site lies in one, its folder, in letters, figures and . _ ~ -, such as https://someone.github.io/why/.`,
    );
  return site;
}

/** A path of the host as the site knows it, or nothing where it lies outside the site’s folder. @param folder `/`, `/why/` */
export const pathInSite = (folder: string, path: string): string | undefined =>
  path.startsWith(folder) ? `/${path.slice(folder.length)}` : undefined;
