import type { AntiSpam, Purpose } from '../api/askChallenge.ts';
import { defect } from '../api/notDone.ts';
import type { Outcome } from '../api/outcome.ts';
import { onDemand } from './onDemand.ts';
import type { Proofs } from './proofs.ts';
import { stepAfter, type Step } from './retry.ts';
import { timeLimit } from './timeLimit.ts';

// Not part of the first view.
const fetchProofs = onDemand(() => import('./proofs.ts'));

/** How one thing is sent, with a proof of work. */
export interface Delivery<Item> {
  readonly deliver: (item: Item, antiSpam: AntiSpam, signal: AbortSignal) => Promise<Outcome>;
}

/** What the outbox is doing. */
export type Sending =
  | { readonly is: 'sending' }
  | {
      readonly is: 'waiting';
      readonly seconds: number;
      readonly sentence?: string;
      readonly offline: boolean;
    }
  /** This page is defective. The item is still here; it is tried again only when the person asks. */
  | { readonly is: 'broken' };

export type Stopped = Extract<Step, { do: 'stop' }>['outcome'];

/** Sends one response, or one comment, as often as it takes, and says what it is doing. */
export function outbox<Item>(hooks: {
  purpose: Purpose;
  /** Loads what sends it; nothing when that cannot be loaded now. */
  fetchDelivery: (mayLoadAgain: boolean) => Promise<Delivery<Item> | undefined>;
  /** What stands in the honeypot field. */
  trap: () => string;
  /** Whether it is on the device, so that nothing is lost when the page is loaded again. */
  isKept: () => boolean;
  show: (sending: Sending) => void;
  arrived: (arrived: 'stored' | 'stored_before') => void;
  stopped: (outcome: Stopped) => void;
}) {
  let made: Proofs | undefined;
  const proofs = async (mayLoadAgain: boolean): Promise<Proofs | undefined> => {
    const fetched = await fetchProofs(mayLoadAgain);
    return (made ??= fetched?.proofs(hooks.purpose));
  };
  // In an object of its own, so that the same item sent again is told apart from the try that is under way.
  let waiting: { readonly item: Item } | undefined;
  let isTrying = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Only the person may try before the time: the server asked to wait, or the page is defective. */
  let isHeld = false;

  async function tryOnce(item: Item): Promise<Outcome> {
    const proof = await (await proofs(hooks.isKept()))?.get();
    if (proof === undefined) return { status: 'later' };
    if ('status' in proof) return proof;
    const delivery = await hooks.fetchDelivery(hooks.isKept());
    if (delivery === undefined) return { status: 'later' };
    return delivery.deliver(item, { proof, trap: hooks.trap() }, timeLimit());
  }

  function pauseFor({ seconds, sentence }: Extract<Step, { do: 'wait' }>): void {
    timer = setTimeout(() => void attempt(), seconds * 1000);
    hooks.show({
      is: 'waiting',
      seconds,
      offline: !navigator.onLine,
      ...(sentence !== undefined && { sentence }),
    });
  }

  async function attempt(): Promise<void> {
    if (waiting === undefined || isTrying) return;
    const tried = waiting;
    isTrying = true;
    clearTimeout(timer);
    hooks.show({ is: 'sending' });
    const outcome = await tryOnce(tried.item).catch(defect);
    isTrying = false;
    if (waiting !== tried) {
      // Replaced meanwhile. What became of the first is not reported: sending it again would be idempotent.
      made?.spoil();
      void attempt();
      return;
    }
    tries += 1;
    const step = stepAfter(outcome, tries, Math.random());
    if (step.do === 'finish' || step.do === 'renew') made?.spoil();
    isHeld = step.do === 'hold' || (outcome.status === 'later' && outcome.seconds !== undefined);
    switch (step.do) {
      case 'renew':
        void attempt();
        break;
      case 'wait':
        pauseFor(step);
        break;
      case 'hold':
        hooks.show({ is: 'broken' });
        break;
      case 'finish':
        waiting = undefined;
        hooks.arrived(step.arrived);
        break;
      case 'stop':
        waiting = undefined;
        hooks.stopped(step.outcome);
    }
  }

  const retrySooner = (): void => {
    if (!isHeld) void attempt();
  };
  addEventListener('online', retrySooner);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') retrySooner();
  });

  return {
    /** Starts the proof of work that sending will need. */
    prepare: (): void => {
      // Where it fails now, sending asks again; a person who is answering is not interrupted.
      void proofs(false).then((proof) => proof?.begin());
    },
    /** Sends this one, in place of the one before it. */
    send: (item: Item): void => {
      waiting = { item };
      tries = 0;
      isHeld = false;
      void attempt();
    },
    /** Tries at once. */
    hurry: (): void => void attempt(),
    /** Takes it back out, unless it is being sent at this moment. */
    takeBack: (): boolean => {
      if (isTrying) return false;
      waiting = undefined;
      clearTimeout(timer);
      return true;
    },
  };
}
