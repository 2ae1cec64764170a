import { removeComment } from '../../../api/removeComment.ts';
import type { OwnComment } from '../../../thread/own.ts';
import { find } from '../../../browser/find.ts';
import type { View } from './discussion.ts';
import type { OwnList } from './ownList.ts';
import type { OwnRecords } from './ownRecords.ts';
import { timeLimit } from '../../../browser/timeLimit.ts';
import type { Sender } from './sending.ts';
import { stamp } from './stamp.ts';

/** Takes back what was written here or found by its code; asks once more before the server is asked. */
export function takingBack(
  view: View,
  records: OwnRecords,
  sender: Sender,
  list: OwnList,
  hooks: {
    /** Empties the room under a comment. */
    room: (item: HTMLElement) => HTMLElement;
    /** Lets a comment go and gives its words back to the box. */
    toBox: (own: OwnComment) => Promise<void>;
    /** What everybody sees has changed. */
    shown: () => void;
  },
) {
  let isBusy = false;

  async function done(own: OwnComment): Promise<void> {
    if (own.standing.is === 'outgoing') await hooks.toBox(own);
    else {
      await records.drop(own.id);
      find(view.section, 'h2').focus();
    }
    if (own.standing.is === 'kept' && own.standing.state === 'approved') {
      view.retire(own.id, 'removed', own.role);
      hooks.shown();
    }
    view.say('Your comment is taken back.');
    sender.next();
  }

  return {
    ask: (own: OwnComment): void => {
      if (own.standing.is === 'outgoing' && !sender.takeOut(own.id)) return;
      if (own.standing.is === 'outgoing' && !own.standing.tried) {
        void hooks.toBox(own).then(sender.next);
        return;
      }
      const item = list.item(own.id);
      if (item === undefined) return;
      const sure = stamp(view.section, 'confirm');
      hooks.room(item).append(sure);
      find(sure, 'button').focus();
    },
    now: async (own: OwnComment): Promise<void> => {
      if (isBusy) return;
      isBusy = true;
      const answer = await removeComment(own.code, timeLimit());
      isBusy = false;
      if (answer.status === 'done') {
        await done(own);
        return;
      }
      const said = list.item(own.id)?.querySelector(':scope > [data-under] [data-said]');
      if (said == null) return;
      said.textContent =
        answer.status === 'refused'
          ? answer.sentence
          : `${answer.status === 'defect' ? 'Something is wrong on this page' : 'The server did not reply'}, so we cannot say whether it was taken back. Press again: twice does no harm.`;
    },
  };
}
