import { stepAfter, type Outcome, type Step } from '../../../survey/outbox.ts';
import type { Submission } from '../../../survey/submission.ts';
import { onDemand } from './onDemand.ts';
import type { Proofs } from './proofs.ts';

const patience = 15_000;
// The first view does without both.
const fetchProofs = onDemand(() => import('./proofs.ts'));
const fetchDeliver = onDemand(() => import('./deliver.ts'));

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

/** Sends one response, as often as it takes, and says what it is doing. */
export function outbox(hooks: {
  /** What stands in the field that people do not see. */
  trap: () => string;
  /** Whether the response is on the device, so that nothing is lost when the page is loaded again. */
  isKept: () => boolean;
  show: (sending: Sending) => void;
  arrived: (arrived: 'stored' | 'stored_before') => void;
  stopped: (outcome: Stopped) => void;
}) {
  let made: Proofs | undefined;
  const proofs = async (mayLoadAgain: boolean): Promise<Proofs | undefined> => {
    const fetched = await fetchProofs(mayLoadAgain);
    return (made ??= fetched?.proofs());
  };
  let waiting: Submission | undefined;
  let isTrying = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The server asked us to wait: only the person may be less patient. */
  let asksToWait = false;

  async function tryOnce(submission: Submission): Promise<Outcome> {
    const proof = await (await proofs(hooks.isKept()))?.get();
    if (proof === undefined) return { status: 'later' };
    if ('status' in proof) return proof;
    const delivering = await fetchDeliver(hooks.isKept());
    if (delivering === undefined) return { status: 'later' };
    const request = { submission, proof, trap: hooks.trap() };
    return delivering
      .deliver(request, AbortSignal.timeout(patience))
      .catch((): Outcome => ({ status: 'later' }));
  }

  async function attempt(): Promise<void> {
    if (waiting === undefined || isTrying) return;
    const submission = waiting;
    isTrying = true;
    clearTimeout(timer);
    hooks.show({ is: 'sending' });
    const outcome = await tryOnce(submission);
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
      if (step.do === 'finish') hooks.arrived(step.arrived);
      else hooks.stopped(step.outcome);
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
    send: (submission: Submission): void => {
      waiting = submission;
      tries = 0;
      asksToWait = false;
      void attempt();
    },
    /** Tries at once. */
    hurry: (): void => void attempt(),
    /** Takes the response back out, unless it is on its way this moment. */
    takeBack: (): boolean => {
      if (isTrying) return false;
      waiting = undefined;
      clearTimeout(timer);
      return true;
    },
  };
}
