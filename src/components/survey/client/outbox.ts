import type { Payload } from 'altcha-lib/types';
import { stepAfter, type Outcome, type Step } from '../../../survey/outbox.ts';
import type { Submission } from '../../../survey/submission.ts';
import type { Proofs } from './proofs.ts';
import { retriable } from './retriable.ts';

const patience = 15_000;
// Neither is needed to read and answer the first question, and each may have to be fetched twice.
const loadProofs = retriable(() => import('./proofs.ts'));
const loadDeliver = retriable(() => import('./deliver.ts'));

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

/** One try. The code that checks and sends is fetched with the first; when it cannot be, there was no reply. */
async function deliverOnce(submission: Submission, proof: Payload, trap: string): Promise<Outcome> {
  const signal = AbortSignal.timeout(patience);
  const gaveUp = new Promise<Outcome>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve({ status: 'later' });
    });
  });
  const tried = loadDeliver()
    .then(({ deliver }) => deliver({ submission, proof, trap }, signal))
    .catch((): Outcome => ({ status: 'later' }));
  return Promise.race([tried, gaveUp]);
}

/** Sends one response, as often as it takes, and says what it is doing. */
export function outbox(hooks: {
  /** What stands in the field that people do not see. */
  trap: () => string;
  show: (sending: Sending) => void;
  arrived: (arrived: 'stored' | 'stored_before') => void;
  stopped: (outcome: Stopped) => void;
}) {
  let made: Proofs | undefined;
  /** The proofs of work; rejects while the code for them cannot be fetched. */
  const proofs = async (): Promise<Proofs> => (made ??= (await loadProofs()).proofs());
  let waiting: Submission | undefined;
  let isTrying = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The server asked us to wait: only the person may be less patient. */
  let asksToWait = false;

  async function tryOnce(submission: Submission): Promise<Outcome> {
    const ready = await proofs().then(
      (proof) => proof.get(),
      () => ({ status: 'later' }) as const,
    );
    return 'status' in ready ? ready : deliverOnce(submission, ready, hooks.trap());
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
      // Where it fails now, sending asks for it again.
      proofs().then(
        (proof) => {
          proof.begin();
        },
        () => undefined,
      );
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
