/**
 * Who answers for the data of this copy of the site, and where the data lie (GDPR Art. 13 and 14). FILL THIS IN before
 * the site goes public: `controller` below holds placeholders at a reserved example domain (RFC 2606) and the facts of a
 * copy that runs on one computer; the consent text, the privacy page and the methodology print them.
 */
export interface ControllerFacts {
  readonly name: string;
  /** An e-mail address. */
  readonly contact: string;
  /** A postal address, where there is one to give. */
  readonly address?: string;
  /** Who keeps the pages and who the answers, each as it stands after “on” or “by”, with the country it is in. */
  readonly pagesHost: Host;
  readonly databaseHost: Host;
  /** Whether anything leaves the country or the European Economic Area, and on what ground; one sentence. */
  readonly transfers: string;
  /** Who pays, and what could bias those who run it (AAPOR Code III.A.2); one or two sentences each. */
  readonly funding: string;
  readonly interests: string;
  /** The day the survey opened to the public, as 2026-12-01, which every release of real answers names; absent until you know it. */
  readonly opened?: string | undefined;
  /** How long a receipt code reaches the answers, and single answers are kept. */
  readonly retentionMonths: number;
  /**
   * Days after which a backup of the database is gone, the longest of yours and of your host’s; 0 where none is made, and then
   * "npm run backup" makes none.
   */
  readonly backupDays: number;
  /** The supervisory authority to complain to, besides the one where a person lives. */
  readonly authority?: { readonly name: string; readonly url: string };
}

/** A processor, or our own machine. */
export interface Host {
  readonly name: string;
  readonly country: string;
  /** Whether it is somebody else, who works for us under a contract (GDPR Art. 28). */
  readonly isProcessor: boolean;
}

/**
 * What is said of a copy that runs on one computer. Leave it as it is, and write your own below: by this "npm run doctor"
 * knows what nobody has filled in.
 */
export const placeholder = {
  name: 'The editors of No, But Why?',
  contact: 'privacy@nobutwhy.example',
  host: {
    name: 'the computer that runs this copy of the site',
    country: 'the country where it stands',
    isProcessor: false,
  },
  transfers: 'Nothing is passed on to another country.',
  funding: 'Nobody has paid for this copy of the site, and nothing is sold on it.',
  interests: 'Not filled in yet: this copy is not for the public.',
} as const;

export const controller: ControllerFacts = {
  name: placeholder.name,
  contact: placeholder.contact,
  pagesHost: placeholder.host,
  databaseHost: placeholder.host,
  transfers: placeholder.transfers,
  funding: placeholder.funding,
  interests: placeholder.interests,
  retentionMonths: 36,
  backupDays: 30,
};

/** What happens in backups to what was deleted. */
export const backupsInWords = (days: number, what: 'answers' | 'comments'): string =>
  days === 0
    ? 'No backups are made of this copy of the site, so there is none they could wait in.'
    : `A backup of the database may hold deleted or changed ${what} until it is deleted itself, after ${days === 1 ? 'one day' : `${days} days`} at the latest. If we have to go back to one, whatever the database knows to have been deleted since is deleted again at once; where that is lost as well, your code finds the ${what} and deletes them again.`;
