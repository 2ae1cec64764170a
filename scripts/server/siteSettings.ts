import { site } from '../../src/site.ts';

/** The settings of the database that say what the pages say, so that both have one source. */
export const siteSettings: Readonly<Record<string, string>> = { site_name: site.name };
