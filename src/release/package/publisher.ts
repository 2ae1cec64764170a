/** Who publishes the data and what must be said with them: passed in, because src/release does not know the site. */
export interface Publisher {
  readonly site: string;
  /** One sentence on what the site does. */
  readonly description: string;
  /** The site’s address, as Astro’s `site` has it. */
  readonly address: URL;
  /** Who is responsible for the data. */
  readonly name: string;
  readonly licence: { readonly spdx: string; readonly name: string; readonly url: string };
  /** The licence file of the repository that covers the data. */
  readonly licenceText: string;
  /** Stands under every chart and with every table (protocol 2.9). */
  readonly standardNote: string;
  /** Stands on every line made from made-up respondents (protocol 5). */
  readonly sampleMark: string;
}
