/**
 * Facts about the site that more than one page prints. The address is not among them: it is Astro's `site`,
 * set in astro.config.mjs from SITE_URL.
 */
export const site = {
  name: 'No, But Why?',
  tagline: 'Research on the feedback employers give, and don’t',
  description:
    'Essays and an open survey of job seekers and employers on what is said, and left unsaid, after a rejection.',
  language: 'en-GB',
  /** The essay this site answers. It has no address that we know of, so it is credited by author and title. */
  credit: {
    author: 'Brandon Cassiano',
    title: 'Why Interview Feedback is SO Important for Today’s Jobseekers',
  },
  byline: 'The editors',
  /** The author of an essay whose author wants no name on it: ours is on what we wrote alone. */
  guest: 'A guest',
  codeLicence: { name: 'MIT licence', url: 'https://opensource.org/license/mit' },
  contentLicence: {
    name: 'CC BY 4.0',
    spdx: 'CC-BY-4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
} as const;
