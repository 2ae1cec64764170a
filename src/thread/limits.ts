/** Numbers that the page and the database must agree on. What a deployment may change is in private.setting instead. */
export const limits = {
  /** Of a text, counted in Unicode code points after cleaning. */
  characters: 4000,
  /** Of a whole request as JSON: the longest text in characters of four bytes, a proof of work, and room. */
  requestBytes: 20_480,
  /** Levels of replies under a comment. */
  depth: 2,
  /** For changing a comment after it was sent. */
  editMinutes: 15,
  /** Comments on a page: at most, and unless asked otherwise. */
  longestPage: 100,
  page: 50,
  /** Receipt codes in one question about one’s own comments. */
  ownComments: 20,
  /** Days after which a comment that nobody decided on is deleted, and the text of a rejected one. */
  waitingDays: 30,
  /** A text that is repeated is refused anywhere from this length of letters and digits on, below only in its own place. */
  repeatedFrom: 40,
} as const;
