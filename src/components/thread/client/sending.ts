import { sendComment } from '../../../api/sendComment.ts';
import { arrived, type OwnComment, type Standing } from '../../../thread/own.ts';
import type { NewComment } from '../../../thread/comment.ts';
import { outbox, type Sending, type Stopped } from '../../../browser/outbox.ts';
import type { OwnRecords } from './ownRecords.ts';

const asSent = ({ id, kind, thread, parent, role, text, receipt }: OwnComment): NewComment => ({
  id,
  kind,
  thread,
  parent,
  role,
  text,
  receipt,
});

/** The comment that is being sent, and what the outbox is doing with it. */
interface Turn {
  readonly id: string;
  readonly state: Sending;
  /** Whether the author was told that it waits. */
  readonly isSaid: boolean;
}

/** The turn in its new state. A screen reader hears once that the comment waits, not at every further try, and each time that it is not tried again. */
function following(turn: Turn, state: Sending, isKept: boolean, say: (sentence: string) => void): Turn {
  const kept = isKept ? 'It is kept on this device.' : 'It is not kept on this device: leave this page open.';
  if (state.is === 'broken') say(`Your comment was not sent. ${kept}`);
  if (state.is !== 'waiting' || turn.isSaid) return { ...turn, state };
  say(
    'cause' in state.why && state.why.cause === 'offline'
      ? `You are offline, and your comment is not sent yet. ${kept} It goes out by itself.`
      : `Your comment is not sent yet. ${kept} We try again by ourselves.`,
  );
  return { ...turn, state, isSaid: true };
}

const oldestOutgoing = (records: OwnRecords, held: ReadonlySet<string>): OwnComment | undefined =>
  records
    .all()
    .filter(({ id, standing }) => standing.is === 'outgoing' && !held.has(id))
    .sort((a, b) => a.at - b.at)[0];

const removed = { status: 'withdrawn' } as const;

export const wasRemoved = 'Your comment was removed before.';

/** How a comment stands that will not be sent again, and how the author is told. */
const afterStop = (outcome: Stopped): { readonly standing: Standing; readonly sentence: string } =>
  outcome.status === 'withdrawn'
    ? { standing: { is: 'unknown' }, sentence: wasRemoved }
    : {
        standing: { is: 'refused', code: outcome.code, sentence: outcome.sentence },
        sentence: `Your comment was not accepted. ${outcome.sentence}`,
      };

interface Hooks {
  /** What stands in the honeypot field. */
  trap: () => string;
  /** The outbox does something else with the comment that is being sent. */
  changed: () => void;
  say: (sentence: string) => void;
}

/** Sends the comments that wait on this device one after the other, those of other pages too. */
export function sending(records: OwnRecords, hooks: Hooks) {
  let turn: Turn | undefined;
  /** Those whose authors are asked whether to take them back: not sent before they have answered. */
  const held = new Set<string>();
  /** As another tab may have left it since. */
  const mine = (): Promise<OwnComment | undefined> | undefined => turn && records.renew(turn.id);

  /** The turn is over. */
  async function end(become: (own: OwnComment) => OwnComment, sentence: string): Promise<void> {
    const own = await mine();
    turn = undefined;
    // Not what another tab has taken back, or has sent, meanwhile.
    if (own?.standing.is === 'outgoing') void records.keep(become(own));
    hooks.say(own === undefined ? wasRemoved : sentence);
    next();
  }

  const sender = outbox<NewComment>({
    purpose: 'comment',
    fetchDelivery: async () => {
      const own = await mine();
      // Taken back in another tab.
      if (own === undefined || own.standing.is === 'taken')
        return { deliver: () => Promise.resolve(removed) };
      // From here on it may have arrived without our knowing.
      if (own.standing.is === 'outgoing')
        await records.keep({ ...own, standing: { is: 'outgoing', tried: true } });
      return { deliver: sendComment };
    },
    trap: hooks.trap,
    isKept: records.isKept,
    show: (state) => {
      if (turn !== undefined) turn = following(turn, state, records.isKept(), hooks.say);
      hooks.changed();
    },
    arrived: () => {
      void end((own) => arrived(own, Date.now()), 'Your comment has arrived and waits to be read.');
    },
    stopped: (outcome) => {
      const { standing, sentence } = afterStop(outcome);
      void end((own) => ({ ...own, standing }), sentence);
    },
  });

  function next(): void {
    if (turn !== undefined) return;
    const own = oldestOutgoing(records, held);
    if (own === undefined) return;
    turn = { id: own.id, state: { is: 'sending' }, isSaid: false };
    sender.send(asSent(own));
  }

  return {
    /** Sends what waits, unless something is being sent already. */
    next,
    prepare: sender.prepare,
    hurry: sender.hurry,
    /** What the outbox is doing with a comment; nothing before its turn. */
    of: (id: string): Sending | undefined => (turn?.id === id ? turn.state : undefined),
    isKept: records.isKept,
    /** Takes a comment out of the queue, unless it is being sent this moment. */
    takeOut: (id: string): boolean => {
      if (turn?.id === id) {
        if (!sender.takeBack()) return false;
        turn = undefined;
      }
      held.add(id);
      return true;
    },
    /** Puts it back, where its author keeps it. */
    putBack: (id: string): void => {
      held.delete(id);
      next();
    },
  };
}

export type Sender = ReturnType<typeof sending>;
