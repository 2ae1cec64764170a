import { sessionName, tabStorage, type Ended } from '../../../api/moderation/session.ts';
import { find, findAll } from '../../../browser/find.ts';
import { showDefects } from '../../../browser/showDefects.ts';
import { call } from './call.ts';
import { factorPart } from './factorPart.ts';
import { keys } from './keys.ts';
import { queuePart } from './queuePart.ts';
import { signInPart } from './signInPart.ts';

/** The page of a moderator. It asks them to sign in first, and again whenever their session has ended. */
showDefects();
const page = find(document, '[data-moderate]');
const queue = queuePart(page, (why, isKept) => void end(why, isKept));
const factor = factorPart(page, queue.open, () => void end({ status: 'signed_out' }, false));
const signIn = signInPart(page, queue.open);

/** Ends the session, here even where what talks to the server does not load. */
async function leave(): Promise<void> {
  await call(({ signOut }) => signOut());
  tabStorage()?.removeItem(sessionName);
}

async function end(why: Ended, isKept: boolean): Promise<void> {
  switch (why.status) {
    case 'second_factor':
      await factor.open();
      return;
    case 'signed_out':
      factor.forget();
      signIn.open(`Your session has ended: sign in again.${isKept ? ' What you had chosen is kept.' : ''}`);
      return;
    case 'not_a_moderator':
      queue.forget();
      await leave();
      signIn.open(why.sentence);
  }
}

for (const button of findAll(page, '[data-sign-out]'))
  button.addEventListener('click', () => {
    queue.forget();
    factor.forget();
    void signIn.openAfter(leave());
  });

keys(queue.isShown, queue.run);

if (tabStorage()?.getItem(sessionName) == null) signIn.open();
else void queue.open();
