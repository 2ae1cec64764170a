import { find } from '../../../browser/find.ts';
import { call } from './call.ts';
import { alertIn, defective, noReply, showPart } from './parts.ts';

const decks = {
  has_one: 'Moderating here takes a code from your authenticator app as well.',
  has_none:
    'Moderating here takes a code from an authenticator app as well, and this account has none yet. You need an app for such codes on your phone.',
} as const;

const sentences = {
  wrong: 'That code does not match. A new one comes every half minute: try that.',
  too_many: 'There were too many attempts: wait a few minutes before the next one.',
  not_offered: 'This server offers no second factor: whoever runs it has to switch one on.',
  no_reply: noReply,
  defect: defective,
} as const;

/** Asks for the second factor, or sets one up. @param confirmed what comes next */
export function factorPart(page: HTMLElement, confirmed: () => Promise<void>) {
  const part = find(page, '[data-part=factor]');
  const form = find(part, '[data-factor]');
  const field = find(form, '#code') as HTMLInputElement;
  const begin = find(part, '[data-enrol]');
  const enrolling = find(part, '[data-enrolling]');
  const picture = find(part, '[data-picture]');
  const secret = find(part, '[data-secret]');
  let factor = '';
  let isBusy = false;

  /** Runs one call at a time and says meanwhile that it is under way. */
  async function busy(work: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    const said = find(part, '[data-busy]');
    said.textContent = 'Asking the server …';
    alertIn(part, null);
    await work();
    said.textContent = '';
    isBusy = false;
  }

  function askForCode(id: string): void {
    factor = id;
    form.hidden = false;
    field.focus();
  }

  async function enrol(): Promise<void> {
    const answer = await call(({ newSecondFactor }) => newSecondFactor());
    if (answer.status !== 'new') {
      alertIn(part, sentences[answer.status]);
      return;
    }
    const image = document.createElement('img');
    image.src = answer.picture;
    image.alt = 'A picture for your app to scan; the letters under it say the same.';
    image.width = 220;
    image.height = 220;
    picture.replaceChildren(image);
    // In groups, because somebody reads them from one screen and types them into another.
    secret.textContent = answer.secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
    begin.hidden = true;
    enrolling.hidden = false;
    askForCode(answer.id);
  }

  async function confirm(): Promise<void> {
    const code = field.value.replaceAll(/\s/g, '');
    if (!/^\d{6}$/.test(code)) {
      alertIn(part, 'A code has six figures.');
      return;
    }
    const { status } = await call(({ confirmSecondFactor }) => confirmSecondFactor(factor, code));
    field.value = '';
    if (status !== 'confirmed') {
      alertIn(part, sentences[status]);
      return;
    }
    forget();
    await confirmed();
  }

  find(part, '[data-enrol-start]').addEventListener('click', () => void busy(enrol));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void busy(confirm);
  });

  function forget(): void {
    factor = '';
    field.value = '';
    picture.replaceChildren();
    secret.textContent = '';
    for (const element of [form, begin, enrolling]) element.hidden = true;
    alertIn(part, null);
  }

  return {
    forget,
    /** Finds out what the account has and shows what follows from it. */
    open: async (): Promise<void> => {
      forget();
      const answer = await call(({ secondFactor }) => secondFactor());
      showPart(page, 'factor', { focus: true });
      const deck = find(part, '[data-factor-deck]');
      if (answer.status === 'no_reply' || answer.status === 'defect') {
        deck.textContent = decks.has_one;
        alertIn(part, sentences[answer.status]);
        return;
      }
      deck.textContent = decks[answer.status];
      if (answer.status === 'has_one') askForCode(answer.id);
      else begin.hidden = false;
    },
  };
}
