import type { Purpose } from '../api/askChallenge.ts';
import type { Seal } from '../api/sealed.ts';
import { stepAfter, type Outcome, type Step } from '../api/outcome.ts';
import { onDemand } from './onDemand.ts';
import type { Proofs } from './proofs.ts';

const patience = 15_000;
// The first view does without.
const fetchProofs = onDemand(() => import('./proofs.ts'));

/** How one thing is sent, with a proof of work. */
export interface Delivery<Item> {
  readonly deliver: (item: Item, seal: Seal, signal: AbortSignal) => Promise<Outcome>;
}

/** What the outbox is doing. */
export type Sending =
  | { readonly is: 'sending' }
  | {
      readonly is: 'waiting';
      readonly seconds: number;
      readonly sentence?: string;
      readonly offline: boolean;
    };

export type Stopped = Extract<Step, { do: 'stop' }>['outcome'];

/** Sends one response, or one comment, as often as it takes, and says what it is doing. */
export function outbox<Item>(hooks: {
  purpose: Purpose;
  /** Loads what sends it; nothing when that cannot be had now. */
  fetchDelivery: (mayLoadAgain: boolean) => Promise<Delivery<Item> | undefined>;
  /** What stands in the field that people do not see. */
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
  let waiting: Item | undefined;
  let isTrying = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The server asked us to wait: only the person may be less patient. */
  let asksToWait = false;

  async function tryOnce(item: Item): Promise<Outcome> {
    const proof = await (await proofs(hooks.isKept()))?.get();
    if (proof === undefined) return { status: 'later' };
    if ('status' in proof) return proof;
    const delivery = await hooks.fetchDelivery(hooks.isKept());
    if (delivery === undefined) return { status: 'later' };
    return delivery
      .deliver(item, { proof, trap: hooks.trap() }, AbortSignal.timeout(patience))
      .catch((): Outcome => ({ status: 'later' }));
  }

  async function attempt(): Promise<void> {
    if (waiting === undefined || isTrying) return;
    const item = waiting;
    isTrying = true;
    clearTimeout(timer);
    hooks.show({ is: 'sending' });
    const outcome = await tryOnce(item);
    isTrying = false;
    tries += 1;
    const step = stepAfter(outcome, tries, Math.random());
    if (step.do === 'renew') {
      made?.spoil();
      void attempt();
    } else if (step.do === 'wait') {
      asksToWait = outcome.status === 'later' && outcome.seconds !== undefined;
      const { seconds, sentence } = step;
      timer = setTimeout(() => void attempt(), seconds * 1000);
      hooks.show({
        is: 'waiting',
        seconds,
        offline: !navigator.onLine,
        ...(sentence !== undefined && { sentence }),
      });
    } else {
      waiting = undefined;
      // Its proof is used up: what is sent next brings another.
      if (step.do === 'finish') {
        made?.spoil();
        hooks.arrived(step.arrived);
      } else hooks.stopped(step.outcome);
    }
  }

  const whenItMayHelp = (): void => {
    if (!asksToWait) void attempt();
  };
  addEventListener('online', whenItMayHelp);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') whenItMayHelp();
  });

  return {
    /** Starts the proof of work that sending will need. */
    prepare: (): void => {
      // Nobody who is answering is interrupted for it: where it fails now, sending asks again.
      void proofs(false).then((proof) => proof?.begin());
    },
    send: (item: Item): void => {
      waiting = item;
      tries = 0;
      asksToWait = false;
      void attempt();
    },
    /** Tries at once. */
    hurry: (): void => void attempt(),
    /** Takes it back out, unless it is on its way this moment. */
    takeBack: (): boolean => {
      if (isTrying) return false;
      waiting = undefined;
      clearTimeout(timer);
      return true;
    },
  };
}
