import { sendComment } from '../../../api/sendComment.ts';
import { arrived, type OwnComment } from '../../../thread/own.ts';
import type { NewComment } from '../../../thread/comment.ts';
import { outbox, type Sending } from '../../../browser/outbox.ts';
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

/** Sends the comments that wait on this device, one after the other, those of other pages too. */
export function sending(
  records: OwnRecords,
  hooks: {
    trap: () => string;
    /** What is said of the one whose turn it is has changed. */
    changed: () => void;
    say: (sentence: string) => void;
  },
) {
  let turn: { readonly id: string; state: Sending; isSaid?: true } | undefined;

  const mine = (): OwnComment | undefined => (turn === undefined ? undefined : records.get(turn.id));
  const sender = outbox<NewComment>({
    purpose: 'comment',
    fetchDelivery: async () => {
      // From here on it may have arrived without our knowing.
      const own = mine();
      if (own !== undefined) await records.keep({ ...own, standing: { is: 'outgoing', tried: true } });
      return { deliver: sendComment };
    },
    trap: hooks.trap,
    isKept: records.isKept,
    show: (state) => {
      if (turn !== undefined) {
        turn.state = state;
        // Said once to those who listen; every further try would say it again.
        if (state.is === 'waiting' && turn.isSaid === undefined) {
          turn.isSaid = true;
          hooks.say(
            state.offline
              ? 'You are offline. Your comment is kept on this device and goes out by itself.'
              : 'Your comment is kept on this device and not sent yet. We try again by ourselves.',
          );
        }
      }
      hooks.changed();
    },
    arrived: () => {
      const own = mine();
      turn = undefined;
      if (own !== undefined) void records.keep(arrived(own, Date.now()));
      hooks.say('Your comment has arrived and waits to be read.');
      next();
    },
    stopped: (outcome) => {
      const own = mine();
      turn = undefined;
      if (own !== undefined)
        void records.keep({
          ...own,
          standing:
            outcome.status === 'withdrawn'
              ? { is: 'unknown' }
              : { is: 'refused', code: outcome.code, sentence: outcome.sentence },
        });
      hooks.say(
        outcome.status === 'withdrawn'
          ? 'Your comment was taken back before.'
          : `Your comment was not taken. ${outcome.sentence}`,
      );
      next();
    },
  });

  function next(): void {
    if (turn !== undefined) return;
    const [own] = records
      .all()
      .filter(({ standing }) => standing.is === 'outgoing')
      .toSorted((a, b) => a.at - b.at);
    if (own === undefined) return;
    turn = { id: own.id, state: { is: 'sending' } };
    sender.send(asSent(own));
  }

  return {
    /** Sends what waits, unless something is being sent already. */
    next,
    prepare: sender.prepare,
    hurry: sender.hurry,
    /** What is happening with one of them; nothing when it is not its turn. */
    of: (id: string): Sending | undefined => (turn?.id === id ? turn.state : undefined),
    /** Takes one out of the queue, unless it is on its way this moment. */
    takeOut: (id: string): boolean => {
      if (turn?.id !== id) return true;
      if (!sender.takeBack()) return false;
      turn = undefined;
      return true;
    },
  };
}

export type Sender = ReturnType<typeof sending>;
