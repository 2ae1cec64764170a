import type { AntiSpam, Purpose } from '../api/askChallenge.ts';
import type { Outcome } from '../api/outcome.ts';
import { orFailed } from './attempt.ts';
import type { Cause, Failed } from './cause.ts';
import { inTime } from './inTime.ts';
import { onDemand } from './onDemand.ts';
import type { Proofs, Working } from './proofs.ts';

// Not part of the first view.
const fetchProofs = onDemand(() => import('./proofs.ts'));

/** How one thing is sent, with a proof of work. */
export interface Delivery<Item> {
  readonly deliver: (item: Item, antiSpam: AntiSpam, signal: AbortSignal) => Promise<Outcome>;
}

/** What the outbox is doing. */
export type Sending =
  | Working
  | { readonly is: 'waiting'; readonly seconds: number; readonly why: Why }
  /** A later try fails in the same way. The item is still here; it is tried again only when the person asks. */
  | { readonly is: 'broken'; readonly cause: Cause };

/** In the words of the server, or as what was found out here. */
export type Why = { readonly sentence: string } | { readonly cause: Cause };

/** Never sent again as it is. */
export type Stopped = Extract<Outcome, { status: 'withdrawn' | 'refused' }>;

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

interface Hooks<Item> {
  readonly purpose: Purpose;
  /** Loads what sends it. @throws when that cannot be loaded now */
  readonly fetchDelivery: (mayLoadAgain: boolean) => Promise<Delivery<Item>>;
  /** What stands in the honeypot field. */
  readonly trap: () => string;
  /** Whether it is on the device, so that nothing is lost when the page is loaded again. */
  readonly isKept: () => boolean;
  readonly show: (sending: Sending) => void;
  readonly arrived: (arrived: 'stored' | 'stored_before') => void;
  readonly stopped: (outcome: Stopped) => void;
}

/** One try: a proof of work, what sends, and the request. */
function tries<Item>({ purpose, fetchDelivery, trap, isKept, show }: Hooks<Item>) {
  let made: Proofs | undefined;
  const proofs = async (mayLoadAgain: boolean): Promise<Proofs> => {
    const fetched = await fetchProofs(mayLoadAgain);
    return (made ??= fetched.proofs(purpose, trap));
  };
  return {
    once: async (item: Item): Promise<Outcome | Failed> => {
      const proof = await (await proofs(isKept())).get(show);
      if ('status' in proof) return proof;
      const { deliver } = await fetchDelivery(isKept());
      return inTime((signal) => deliver(item, { proof, trap: trap() }, signal));
    },
    /** Starts the proof of work. Where that fails, the try asks again; a person who is answering is not interrupted. */
    prepare: (): void => {
      void orFailed(
        proofs(false).then(({ begin }) => {
          begin();
        }),
      );
    },
    /** Each proof is taken once. @returns whether one was waited for */
    spoilProof: (): boolean | undefined => made?.spoil(),
  };
}

/** When to try again: after a pause, sooner when the connection is back, and at once when told. */
function retries(attempt: () => void, show: Hooks<unknown>['show']) {
  let tried = 0;
  /** Since something other than a proof was in the way. */
  let renewed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Only the person may try before the time: the server asked to wait, or the page is defective. */
  let isHeld = false;

  const sooner = (): void => {
    if (!isHeld) attempt();
  };
  addEventListener('online', sooner);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') sooner();
  });

  /** Tries again by itself, at the earliest when the server allows it. */
  function later(why: Why, asked = 0): void {
    isHeld = asked > 0;
    const seconds = Math.max(asked, pause(tried, Math.random()));
    timer = setTimeout(attempt, seconds * 1000);
    show({ is: 'waiting', seconds, why });
  }

  return {
    /** A try begins. */
    begin: (): void => {
      clearTimeout(timer);
      tried += 1;
      show({ is: 'sending' });
    },
    later,
    /** At once and without telling the person, unless the cause must be another than the proof. */
    renew: (): void => {
      if (renewed < renewals) {
        renewed += 1;
        attempt();
      } else later({ cause: 'refuses' });
    },
    /** By itself where the cause may pass; else not again, unless the person asks. */
    after: (cause: Cause): void => {
      renewed = 0;
      if (cause !== 'defect' && cause !== 'old') {
        later({ cause });
        return;
      }
      isHeld = true;
      show({ is: 'broken', cause });
    },
    /** Nothing is tried any more, until the next one, whose tries are counted anew. */
    reset: (): void => {
      clearTimeout(timer);
      tried = 0;
      renewed = 0;
      isHeld = false;
    },
  };
}

/** Sends one response, or one comment, as often as it takes, and says what it is doing. */
export function outbox<Item>(hooks: Hooks<Item>) {
  const { once, prepare, spoilProof } = tries(hooks);
  // In an object of its own, so that the same item sent again is told apart from the try that is under way.
  let waiting: { readonly item: Item } | undefined;
  let isTrying = false;
  const again = (): void => void attempt();
  const retry = retries(again, hooks.show);

  function settle(outcome: Outcome | Failed): void {
    if (outcome.status === 'failed') retry.after(outcome.cause);
    else if (outcome.status === 'later') retry.later(outcome, outcome.seconds);
    else if (outcome.status === 'proof') {
      spoilProof();
      retry.renew();
    } else {
      waiting = undefined;
      spoilProof();
      if (outcome.status === 'withdrawn' || outcome.status === 'refused') hooks.stopped(outcome);
      else hooks.arrived(outcome.status);
    }
  }

  async function attempt(): Promise<void> {
    if (waiting === undefined || isTrying) return;
    const tried = waiting;
    retry.begin();
    isTrying = true;
    const outcome = await orFailed(once(tried.item));
    isTrying = false;
    if (waiting === tried) settle(outcome);
    else {
      // Replaced meanwhile. What became of the first is not reported: sending it again would be idempotent.
      spoilProof();
      again();
    }
  }

  /** Nothing is sent any more; what becomes of a try that is under way is not reported. */
  function abandon(): void {
    waiting = undefined;
    retry.reset();
  }

  return {
    /** Starts the proof of work that sending will need. */
    prepare,
    /** Sends this one, in place of the one before it. */
    send: (item: Item): void => {
      waiting = { item };
      retry.reset();
      again();
    },
    /** Tries at once. */
    hurry: again,
    /** Takes it back out, unless it is being sent at this moment; a proof that it waits for is given up. */
    takeBack: (): boolean => {
      if (isTrying && spoilProof() !== true) return false;
      abandon();
      return true;
    },
    abandon,
  };
}
