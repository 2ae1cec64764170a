import type { SignIn } from '../../../api/moderation/signIn.ts';
import { find } from '../../../browser/find.ts';
import { call } from './call.ts';
import { alertIn, defective, noReply, showPart } from './parts.ts';

const why: Readonly<Record<Exclude<SignIn['status'], 'signed_in'> | 'defect', string>> = {
  no_match: 'That e-mail and password do not match.',
  too_many: 'There were too many attempts: wait a few minutes before the next one.',
  no_reply: noReply,
  defect: defective,
};

/** The form for e-mail and password. @param signedIn what comes next */
export function signInPart(page: HTMLElement, signedIn: () => Promise<void>) {
  const part = find(page, '[data-part=sign-in]');
  const form = find(part, '[data-sign-in]');
  const email = find(form, '#email') as HTMLInputElement;
  const password = find(form, '#password') as HTMLInputElement;
  const busy = find(form, '[data-busy]');
  let isBusy = false;

  async function submit(): Promise<void> {
    if (isBusy) return;
    alertIn(part, null);
    if (email.value.trim() === '' || password.value === '') {
      alertIn(part, 'Fill in your e-mail and your password.');
      return;
    }
    isBusy = true;
    busy.textContent = 'Signing in …';
    const { status } = await call(({ signIn }) => signIn(email.value.trim(), password.value));
    if (status === 'signed_in') {
      password.value = '';
      await signedIn();
    } else {
      password.value = '';
      alertIn(part, why[status]);
    }
    busy.textContent = '';
    isBusy = false;
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });

  return {
    /** Shows the form, and says what failed or what was done before. */
    open: ({ failed, said }: { readonly failed?: string; readonly said?: string } = {}): void => {
      password.value = '';
      showPart(page, 'sign-in', { focus: said !== undefined });
      alertIn(part, failed ?? null);
      busy.textContent = said ?? '';
    },
  };
}
