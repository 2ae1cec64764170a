export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a public build was told to show made-up numbers: no search engine may lead anybody to it (protocol 2.11). */
export const isDemonstration = ({ SITE_URL, SAMPLE }: Environment): boolean =>
  SITE_URL !== undefined && SAMPLE === '1';
