import { editComment } from '../../../api/editComment.ts';
import { makeIdentity } from '../../../browser/makeIdentity.ts';
import type { Place } from '../../../thread/draftBook.ts';
import type { OwnComment } from '../../../thread/own.ts';
import { changePlace, showOwnAgain } from './boxTasks.ts';
import type { WritingContext } from './context.ts';
import { attempt, isFailed, orFailed } from '../../../browser/attempt.ts';
import { why } from '../../../browser/why.ts';
import type { Written } from './boxForm.ts';

async function sendNew(context: WritingContext, words: Written, place: Place): Promise<void> {
  const { view, box, records, sender, list } = context;
  box.busy(true);
  const identity = await orFailed(makeIdentity());
  if (isFailed(identity)) {
    box.busy(false);
    box.alert(`${why(identity)} What you wrote is still here.`);
    return;
  }
  const own: OwnComment = {
    format: 1,
    ...identity,
    kind: view.kind,
    thread: view.thread,
    parent: place === 'top' ? null : place,
    ...words,
    at: Date.now(),
    standing: { is: 'outgoing', tried: false },
  };
  // On the device before the box is emptied, and before anything is sent; busy until then, so that it is sent once.
  await records.keep(own);
  box.busy(false);
  const isEmptied = box.done(place, words);
  showOwnAgain(context);
  // Not away from somebody who goes on writing.
  if (isEmptied) list.item(own.id)?.focus();
  view.say('Your comment is being sent.');
  sender.next();
}

/** Sends other words for a comment that the server has. Where that fails they stay in the box. */
async function sendChange(context: WritingContext, own: OwnComment, words: Written): Promise<void> {
  const { view, box, records, list } = context;
  box.busy(true);
  const answer = await attempt((signal) => editComment({ code: own.code, ...words }, signal));
  box.busy(false);
  if (answer.status !== 'stored') {
    box.alert(
      answer.status === 'unknown'
        ? 'We do not have this comment any more.'
        : isFailed(answer)
          ? `${why(answer)} What you wrote is still here: please send it again.`
          : answer.sentence,
    );
    return;
  }
  const isEmptied = box.done(changePlace(own.id), words);
  const { standing } = own;
  if (standing.is !== 'kept') return;
  if (standing.state === 'approved') view.retire(own.id, 'waiting', own.role);
  await records.keep({ ...own, ...words, standing: { ...standing, state: 'waiting', reason: null } });
  view.say('Your change has arrived and waits to be read.');
  if (isEmptied) list.item(own.id)?.focus();
}

/** Sends what is in the box: a change of a comment, a reply, or a new comment. */
export async function submitBox(context: WritingContext): Promise<void> {
  const words = context.box.read();
  if (words === null) return;
  const { place } = context.box.task();
  const own = context.records.all().find(({ id }) => place === changePlace(id));
  if (own === undefined) await sendNew(context, words, place);
  else await sendChange(context, own, words);
}
