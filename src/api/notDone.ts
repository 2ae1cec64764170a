// Imports nothing: first views load it. What is not in these calls’ answers is thrown, and sorted in one place, src/browser/cause.ts.

/** The server said no, in its own words. */
export interface Refused {
  readonly status: 'refused';
  readonly httpStatus: number;
  readonly code: string;
  readonly sentence: string;
  /** Seconds to wait before asking again, where the server said so. */
  readonly seconds?: number;
}

/** A request that got no reply: without a connection, stopped on its way, or redirected. */
export class NoReply extends Error {}

/** A reply that is none of those that were asked for. */
export class Unreadable extends Error {
  declare readonly httpStatus: number;
  declare readonly text: string;

  constructor(what: string, httpStatus: number, text: string) {
    super(`${what} ${httpStatus} ${text.slice(0, 200)}`);
    this.httpStatus = httpStatus;
    this.text = text;
  }
}
