import type { Identity, Outgoing } from '../../../survey/draft.ts';
import type { Submission } from '../../../survey/submission.ts';
import { isFailed, orFailed } from '../../../browser/attempt.ts';
import { causeOf } from '../../../browser/cause.ts';
import { find } from '../../../browser/find.ts';
import { makeIdentity } from '../../../browser/makeIdentity.ts';
import { onDemand } from '../../../browser/onDemand.ts';
import { outbox, pause, type Sending, type Stopped } from '../../../browser/outbox.ts';
import type { draftKeeper } from './draftKeeper.ts';
import type * as late from './later.ts';
import { showOutbox, type Arrived } from './showOutbox.ts';
import { showPart } from './showPart.ts';

interface Hooks {
  /** Opens the question that an answer stands in the way of; false where there is none. */
  stopAt: (variable: string, sentence: string) => boolean;
  fetchLater: (mayReload: boolean) => Promise<typeof late>;
}

/** One response, from Send until the person says that they have its receipt. `title` is the page’s own. */
export function response(
  survey: HTMLElement,
  title: string,
  keeper: ReturnType<typeof draftKeeper>,
  { stopAt, fetchLater }: Hooks,
) {
  let outgoing: Outgoing | undefined;
  /** Whether it was this page that sent it. */
  let isNow = false;
  /** Another tab has it: here nothing is written or shown any more. */
  let isLost = false;
  /** Tries to load what shows the receipt. */
  let tries = 0;
  let nextTry: ReturnType<typeof setTimeout> | undefined;

  const sender = outbox<Submission>({
    purpose: 'response',
    fetchDelivery: onDemand(() => import('./deliver.ts')),
    trap: () => (find(survey, '[data-trap]') as HTMLInputElement).value,
    isKept: keeper.isKept,
    show,
    arrived: (arrived) => void finish(arrived),
    stopped: (outcome) => void stopped(outcome),
  });

  function show(state: Sending | Stopped | Arrived): void {
    if (isLost) return;
    const isOpen = !find(survey, '[data-outbox]').hidden;
    showOutbox(survey, state, keeper.isKept() ? Date.now() : null);
    if (!isOpen) showPart(survey, 'outbox');
  }

  /** The server has it: that is kept until the person has the receipt, then nothing of it stays on the device. */
  async function finish(arrived: 'stored' | 'stored_before'): Promise<void> {
    if (outgoing === undefined) return;
    outgoing = { ...outgoing, arrived };
    isNow = true;
    await keeper.write();
    await showReceipt(outgoing);
  }

  async function showReceipt(sent: Outgoing): Promise<void> {
    clearTimeout(nextTry);
    const shown = await orFailed(
      fetchLater(keeper.isKept()).then(async ({ showThanks }) => {
        if (!isLost) await showThanks(survey, sent, title, keeper, isNow);
      }),
    );
    if (!isFailed(shown) || isLost) return;
    const { cause } = shown;
    show({ is: cause === 'defect' && keeper.isKept() ? 'stuck' : 'arrived', cause });
    if (cause === 'defect') return;
    const seconds = pause((tries += 1), Math.random());
    nextTry = setTimeout(() => void showReceipt(sent), seconds * 1000);
  }

  /** Goes back to the questions with the same response, so that it can only ever be kept once. */
  const unsent = ({ identity, firstTry }: Outgoing, isRefused: boolean): Outgoing => ({
    identity,
    // A refused try left nothing behind that a later one could disagree with.
    ...(!isRefused && firstTry !== undefined && { firstTry }),
  });

  async function stopped(outcome: Stopped): Promise<void> {
    if (outgoing === undefined) return;
    if (outcome.status === 'withdrawn') {
      keeper.over();
      show(outcome);
      return;
    }
    // On a conflict the id or the receipt stands in the way, so the next try gets others.
    outgoing = outcome.code === 'conflict' ? undefined : unsent(outgoing, true);
    await keeper.write();
    if (isLost) return;
    if (outcome.variable !== undefined) {
      showPart(survey, 'form');
      if (stopAt(outcome.variable, outcome.sentence)) return;
    }
    show(outcome);
  }

  /** On the device before anything is sent. */
  async function putInOutbox(submission: (identity: Identity) => Submission): Promise<void> {
    show({ is: 'sending' });
    const identity = outgoing?.identity ?? (await makeIdentity());
    const sent = submission(identity);
    outgoing = { identity, firstTry: outgoing?.firstTry ?? JSON.stringify(sent.answers), submission: sent };
    void orFailed(fetchLater(false));
    await keeper.write();
    if (!isLost) sender.send(sent);
  }

  return {
    prepare: sender.prepare,
    /** Another tab took it: it goes on there. */
    lose: (): void => {
      isLost = true;
      clearTimeout(nextTry);
      sender.abandon();
    },
    /** What the device has to keep of it beside the answers. */
    kept: (): Outgoing | undefined => outgoing,
    /** Puts it into the outbox; where not even that can be begun, the page says why. */
    send: (submission: (identity: Identity) => Submission): Promise<void> =>
      putInOutbox(submission).catch(async (error: unknown) => {
        show({ is: 'broken', cause: await causeOf(error) });
      }),
    /** Tries again what is under way. @returns whether anything is */
    hurry: (): boolean => {
      if (outgoing?.arrived !== undefined) void showReceipt(outgoing);
      else if (outgoing?.submission === undefined) return false;
      else sender.send(outgoing.submission);
      return true;
    },
    /** Takes up what the device kept. @returns whether only the receipt remains to be shown */
    restore: async (kept: Outgoing | undefined): Promise<boolean> => {
      outgoing = kept;
      if (kept?.arrived === undefined) return false;
      show({ is: 'loading' });
      await showReceipt(kept);
      return true;
    },
    /** Goes on sending what waits. @returns whether anything does */
    goOn: (): boolean => {
      if (outgoing?.submission === undefined) return false;
      sender.send(outgoing.submission);
      return true;
    },
    /** Lets the person change what waits, unless it is being sent at this moment. */
    change: (): boolean => {
      if (!sender.takeBack()) return false;
      if (outgoing !== undefined) {
        outgoing = unsent(outgoing, outgoing.submission === undefined);
        void keeper.write();
      }
      return true;
    },
    forget: (): void => {
      outgoing = undefined;
    },
  };
}
