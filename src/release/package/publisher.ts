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
  /** Stands under every chart and with every table (protocol 2.9). */
  readonly standardNote: string;
  /** Stands on every line made from made-up respondents (protocol 5). */
  readonly sampleMark: string;
  /** The essay that the site answers. */
  readonly credit: { readonly author: string; readonly title: string };
  /** The day the survey opened, where it has. */
  readonly opened?: string | undefined;
}

/** Documents of the repository that a package passes on. */
export interface Documents {
  /** The licence that covers the data. */
  readonly licenceText: string;
  readonly protocolText: string;
}
