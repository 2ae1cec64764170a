import type { Page, Route } from 'playwright-core';
import { intercept } from '../harness/intercept.ts';

/** Something that stands between a person and the receipt. */
export interface Trouble {
  readonly name: string;
  /** Begins before the page is opened. @returns what ends it */
  readonly begin: (page: Page) => Promise<() => void>;
  /** What the page says about it. */
  readonly said: RegExp;
  /** What the console says of it. */
  readonly problems: readonly RegExp[];
}

const calls = '**/rest/v1/rpc/*';
const answered = (status: number, body: string | object) => (page: Page) =>
  intercept(page, calls, (route: Route) =>
    typeof body === 'string'
      ? route.fulfill({ status, contentType: 'text/html', body })
      : route.fulfill({ status, json: body }),
  );
const stopped = (address: string, why?: string) => (page: Page) =>
  intercept(page, address, (route) => route.abort(why));

const notLoaded = [/Failed to load resource/];
const refused = /Our server refuses what this page asks of it\. The mistake is ours.+write to \S+@\S+\./;
const inTheWay = /Something between this page and our database is in the way: a content blocker.+sign in/;

/** With the calls to our database. */
export const callTroubles: readonly Trouble[] = [
  {
    name: 'our key was revoked',
    begin: answered(401, { message: 'Invalid API key', hint: 'Double check your API key.' }),
    said: refused,
    problems: notLoaded,
  },
  {
    name: 'our project is paused',
    begin: answered(540, { message: 'Project paused' }),
    said: refused,
    problems: notLoaded,
  },
  {
    name: 'PostgREST does not know our function',
    begin: answered(404, { code: 'PGRST202', message: 'Could not find the function in the schema cache' }),
    said: refused,
    problems: notLoaded,
  },
  {
    name: 'the database is failing',
    begin: answered(503, { code: '57P01', message: 'terminating connection' }),
    said: /The server is failing or overloaded at the moment\./,
    problems: notLoaded,
  },
  {
    name: 'a network wants its user to sign in first',
    begin: answered(200, '<!doctype html><title>Sign in to the network</title>'),
    said: inTheWay,
    problems: [],
  },
  {
    name: 'a content blocker stops our calls',
    begin: stopped(calls, 'blockedbyclient'),
    said: inTheWay,
    problems: notLoaded,
  },
];

/** With the code that sends. */
export const codeTroubles: readonly Trouble[] = [
  {
    name: 'a content blocker stops the code that sends',
    begin: stopped('**/_astro/proofs-*.js', 'blockedbyclient'),
    said: inTheWay,
    problems: notLoaded,
  },
  {
    name: 'a content blocker stops the worker, and the code that would stand in for it',
    begin: stopped('**/_astro/solve*.js', 'blockedbyclient'),
    said: inTheWay,
    problems: notLoaded,
  },
];
