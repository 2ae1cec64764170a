import type { SignIn } from '../../../api/moderation/signIn.ts';
import { find } from '../../../browser/find.ts';
import { call } from './call.ts';
import { isFailed } from '../../../browser/attempt.ts';
import { alertIn, showPart, whyNot } from './parts.ts';

const why: Readonly<Record<Exclude<SignIn['status'], 'signed_in'>, string>> = {
  no_match: 'That e-mail and password do not match.',
  too_many: 'There were too many attempts: wait a few minutes before the next one.',
};

/** The form for e-mail and password. @param signedIn what comes next */
export function signInPart(page: HTMLElement, signedIn: () => Promise<void>) {
  const part = find(page, '[data-part=sign-in]');
  const form = find(part, '[data-sign-in]');
  const email = find(form, '#email') as HTMLInputElement;
  const password = find(form, '#password') as HTMLInputElement;
  const busy = find(form, '[data-busy]');
  let isBusy = false;
  /** Ends when the session before has: what ends it would end the next one, too. */
  let left: Promise<void> = Promise.resolve();

  async function submit(): Promise<void> {
    if (isBusy) return;
    alertIn(part, null);
    if (email.value.trim() === '' || password.value === '') {
      alertIn(part, 'Fill in your e-mail and your password.');
      return;
    }
    isBusy = true;
    busy.textContent = 'Signing in …';
    try {
      await left;
      const answer = await call(({ signIn }) => signIn(email.value.trim(), password.value));
      password.value = '';
      if (isFailed(answer)) alertIn(part, whyNot(answer));
      else if (answer.status === 'signed_in') await signedIn();
      else alertIn(part, why[answer.status]);
    } finally {
      busy.textContent = '';
      isBusy = false;
    }
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });

  function open(said: string, failed: string | null): void {
    password.value = '';
    showPart(page, 'sign-in', { focus: said !== '' });
    alertIn(part, failed);
    busy.textContent = said;
  }

  return {
    /** Shows the form, and says what failed before. */
    open: (failed: string | null = null): void => {
      open('', failed);
    },
    /** Shows the form at once, and says when the session has ended. */
    openAfter: async (leaving: Promise<void>): Promise<void> => {
      left = leaving;
      open('Signing out …', null);
      await leaving;
      if (!isBusy) busy.textContent = 'You are signed out.';
    },
  };
}
