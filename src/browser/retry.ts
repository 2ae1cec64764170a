import type { Outcome } from '../api/outcome.ts';

/** What to do after a try to send. */
export type Step =
  | { readonly do: 'finish'; readonly arrived: 'stored' | 'stored_before' }
  | { readonly do: 'stop'; readonly outcome: Extract<Outcome, { status: 'withdrawn' | 'refused' }> }
  /** Sends again at once with a new proof, without telling the person. */
  | { readonly do: 'renew' }
  | { readonly do: 'wait'; readonly seconds: number; readonly sentence?: string }
  /** Waits for the person: after a defect the same would fail again. */
  | { readonly do: 'hold' };

const firstPause = 2;
const longestPause = 300;
/** New proofs in a row that may be refused before the cause must be another. */
const renewals = 2;

/**
 * Seconds until the next try: retry with exponential backoff, doubling from 2 to 300, and jitter, so that those who lost
 * the same server do not all come back at once
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 * @param tries how many have failed, from 1
 * @param random from 0 up to, but not including, 1
 */
export function pause(tries: number, random: number): number {
  const whole = Math.min(longestPause, firstPause * 2 ** (tries - 1));
  return (whole * (1 + random)) / 2;
}

/**
 * What to do after a try. Never sends again what the server refused; waits at least as long as the server asks for.
 * @param tries how many in a row have not arrived, this one included
 * @param random from 0 up to, but not including, 1
 */
export function stepAfter(outcome: Outcome, tries: number, random: number): Step {
  switch (outcome.status) {
    case 'stored':
    case 'stored_before':
      return { do: 'finish', arrived: outcome.status };
    case 'withdrawn':
    case 'refused':
      return { do: 'stop', outcome };
    case 'defect':
      return { do: 'hold' };
    case 'proof':
      return tries <= renewals ? { do: 'renew' } : { do: 'wait', seconds: pause(tries, random) };
    case 'later': {
      const seconds = Math.max(outcome.seconds ?? 0, pause(tries, random));
      return outcome.sentence === undefined
        ? { do: 'wait', seconds }
        : { do: 'wait', seconds, sentence: outcome.sentence };
    }
  }
}
