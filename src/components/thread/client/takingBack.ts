import { removeComment } from '../../../api/removeComment.ts';
import type { OwnComment } from '../../../thread/own.ts';
import { find } from '../../../browser/find.ts';
import { showOwnAgain, takeToBox } from './boxTasks.ts';
import { spaceUnder, type WritingContext } from './context.ts';
import { fromTemplate } from './fromTemplate.ts';
import { wasRemoved } from './sending.ts';
import { attempt, isFailed } from '../../../browser/attempt.ts';
import { why } from '../../../browser/why.ts';

async function takenBack(context: WritingContext, own: OwnComment): Promise<void> {
  const { view, records, sender } = context;
  if (own.standing.is === 'outgoing') {
    if (await takeToBox(context, own)) view.say('Your comment is removed.');
  } else {
    await records.drop(own.id);
    find(view.section, 'h2').focus();
    view.say('Your comment is removed.');
  }
  if (own.standing.is === 'kept' && own.standing.state === 'approved') {
    view.retire(own.id, 'removed', own.role);
    showOwnAgain(context);
  }
  sender.next();
}

/** Removes a comment that was written here or found by its code, after asking the author once more. */
export function takingBack(context: WritingContext) {
  const { view, sender, list, records } = context;
  let isBusy = false;

  return {
    ask: async ({ id, standing }: OwnComment): Promise<void> => {
      if (standing.is === 'outgoing' && !sender.takeOut(id)) return;
      // Another tab may have sent it, or taken it back.
      const own = await records.renew(id);
      if (own === undefined) {
        view.say(wasRemoved);
        sender.next();
        return;
      }
      if (own.standing.is === 'outgoing' && !own.standing.tried) {
        await takeToBox(context, own);
        sender.next();
        return;
      }
      const item = list.item(own.id);
      if (item === undefined) return;
      const question = fromTemplate(view.section, 'confirm');
      spaceUnder(context, item).append(question);
      find(question, 'button').focus();
    },
    now: async (own: OwnComment): Promise<void> => {
      if (isBusy) return;
      isBusy = true;
      const answer = await attempt((signal) => removeComment(own.code, signal));
      isBusy = false;
      if (answer.status === 'done') {
        await takenBack(context, own);
        return;
      }
      const said = list.item(own.id)?.querySelector(':scope > [data-under] [data-said]');
      if (said == null) return;
      said.textContent = isFailed(answer)
        ? `${why(answer)} So we cannot say whether it was removed. Press again: twice does no harm.`
        : answer.sentence;
    },
  };
}
