import { site } from '../../src/site.ts';

/** The settings of the database that say what the pages say, so that both have one source. */
export const siteSettings: Readonly<Record<string, string>> = { site_name: site.name };

/** The address that links in feeds lead to, as the database keeps it; nothing on this machine, where it is that of whoever asks. */
export const feedAddress = ({ SITE_URL = '' }: Readonly<Record<string, string | undefined>>): string =>
  SITE_URL.replace(/\/$/, '');
