/** Numbers that the page and the database must agree on. What a deployment may change is in private.setting instead. */
export const limits = {
  /** Of a text, counted in Unicode code points after cleaning. */
  characters: 4000,
  /** Of a whole request as JSON: the longest text in characters of four bytes, a proof of work, and some margin. */
  requestBytes: 20_480,
  /** Levels of replies under a comment. */
  depth: 2,
  /** For changing a comment after it was sent. */
  editMinutes: 15,
  /** Comments on a page: the maximum and the default. */
  longestPage: 100,
  page: 50,
  /** Comments of all threads in one list of the latest, at most, and how many code points of each. */
  latest: 20,
  beginning: 400,
  /** Receipt codes in one request for one’s own comments. */
  ownComments: 20,
  /** Days after which a comment that nobody decided on is deleted, and the text of a rejected one. */
  waitingDays: 30,
  /** From this length of letters and digits on, a repeated text is refused in every thread; a shorter one only in its own. */
  repeatedFrom: 40,
} as const;
