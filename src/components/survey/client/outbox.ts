import { stepAfter, type Outcome, type Step } from '../../../survey/outbox.ts';
import type { Submission } from '../../../survey/submission.ts';
import { fetchDeliver } from './fetchDeliver.ts';
import type { Proofs } from './proofs.ts';
import { retriable } from './retriable.ts';

const patience = 15_000;
// Not needed before the first answer, and it may have to be fetched twice.
const loadProofs = retriable(() => import('./proofs.ts'));

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
  /** The proofs of work; rejects while the code for them cannot be fetched. */
  const proofs = async (): Promise<Proofs> => (made ??= (await loadProofs()).proofs());
  let waiting: Submission | undefined;
  let isTrying = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The server asked us to wait: only the person may be less patient. */
  let asksToWait = false;

  async function tryOnce(submission: Submission): Promise<Outcome> {
    const proof = await proofs().then(
      (made) => made.get(),
      () => ({ status: 'later' }) as const,
    );
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
