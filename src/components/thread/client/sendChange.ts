import { editComment } from '../../../api/editComment.ts';
import type { OwnComment } from '../../../thread/own.ts';
import type { View } from './discussion.ts';
import type { OwnRecords } from './ownRecords.ts';
import { timeLimit } from '../../../browser/timeLimit.ts';
import type { WriteBox } from './writeBox.ts';

/** Sends other words for a comment that is with the server. Where that fails they stay in the box. @returns whether it went well */
export async function sendChange(
  view: View,
  records: OwnRecords,
  box: WriteBox,
  own: OwnComment,
  words: Pick<OwnComment, 'text' | 'role'>,
): Promise<boolean> {
  box.busy(true);
  const answer = await editComment({ code: own.code, ...words }, timeLimit());
  box.busy(false);
  if (answer.status !== 'stored') {
    box.alert(
      answer.status === 'refused'
        ? answer.sentence
        : answer.status === 'unknown'
          ? 'We do not have this comment any more.'
          : `${answer.status === 'defect' ? 'Something is wrong on this page' : 'The server did not reply'}. What you wrote is still here: please send it again.`,
    );
    return false;
  }
  box.done();
  const { standing } = own;
  if (standing.is !== 'kept') return false;
  if (standing.state === 'approved') view.retire(own.id, 'waiting', own.role);
  await records.keep({ ...own, ...words, standing: { ...standing, state: 'waiting', reason: null } });
  view.say('Your change has arrived and waits to be read.');
  return true;
}
