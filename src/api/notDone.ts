/** What a call to the server came to when it did not do what was asked for. Imports nothing: first views load it. */
export type NotDone =
  /** The server said no, in its own words. */
  | Refused
  /** No connection, no answer in time, or a server that is failing: a later try may succeed. */
  | { readonly status: 'no_reply' }
  /** The page or the server is wrong. A later try fails in the same way. */
  | Defect;

export interface Refused {
  readonly status: 'refused';
  readonly httpStatus: number;
  readonly code: string;
  readonly sentence: string;
  /** Seconds to wait before asking again, where the server said so. */
  readonly seconds?: number;
}

export interface Defect {
  readonly status: 'defect';
}

/** Whether `fetch` or `import` failed for want of a connection or of time. Whatever else is thrown is a defect. */
export const isLostConnection = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof DOMException && (error.name === 'AbortError' || error.name === 'TimeoutError'));

/** Reports a defect to the engineer who looks at the console; the page has to tell the person. */
export function defect(error: unknown): Defect {
  console.error(error);
  return { status: 'defect' };
}
