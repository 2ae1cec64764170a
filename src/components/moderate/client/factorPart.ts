import type { NewFactor } from '../../../api/moderation/secondFactor.ts';
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

/** The picture to scan, and the same as letters to type. */
function showNewFactor(part: HTMLElement, { picture, secret }: NewFactor): void {
  const image = document.createElement('img');
  image.src = picture;
  image.alt = 'A picture for your app to scan; the letters under it say the same.';
  image.width = 220;
  image.height = 220;
  find(part, '[data-picture]').replaceChildren(image);
  // In groups, because they are read from one screen and typed into another.
  find(part, '[data-secret]').textContent = secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
  find(part, '[data-enrol]').hidden = true;
  find(part, '[data-enrolling]').hidden = false;
}

function hideEverything(part: HTMLElement): void {
  find(part, '[data-picture]').replaceChildren();
  find(part, '[data-secret]').textContent = '';
  for (const name of ['factor', 'enrol', 'enrolling']) find(part, `[data-${name}]`).hidden = true;
  alertIn(part, null);
}

/** Says what the account has, and offers to set up what it has not. */
function showDeck(part: HTMLElement, status: keyof typeof decks | 'no_reply' | 'defect'): void {
  const isKnown = status === 'has_one' || status === 'has_none';
  find(part, '[data-factor-deck]').textContent = decks[isKnown ? status : 'has_one'];
  if (!isKnown) alertIn(part, sentences[status]);
  find(part, '[data-enrol]').hidden = status !== 'has_none';
}

const codeIn = ({ value }: HTMLInputElement): string | null =>
  /^\d{6}$/.exec(value.replaceAll(/\s/g, ''))?.[0] ?? null;

/** Runs one call at a time and says meanwhile that the server is asked. */
function oneAtATime(part: HTMLElement) {
  let isBusy = false;
  return async (work: () => Promise<void>): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    const said = find(part, '[data-busy]');
    said.textContent = 'Asking the server …';
    alertIn(part, null);
    await work();
    said.textContent = '';
    isBusy = false;
  };
}

/** Asks for the second factor, or sets one up. @param confirmed what comes next */
export function factorPart(page: HTMLElement, confirmed: () => Promise<void>) {
  const part = find(page, '[data-part=factor]');
  const form = find(part, '[data-factor]');
  const field = find(form, '#code') as HTMLInputElement;
  const busy = oneAtATime(part);
  let factor = '';

  function askForCode(id: string): void {
    factor = id;
    form.hidden = false;
    field.focus();
  }

  function forget(): void {
    factor = '';
    field.value = '';
    hideEverything(part);
  }

  async function enrol(): Promise<void> {
    const answer = await call(({ newSecondFactor }) => newSecondFactor());
    if (answer.status === 'new') {
      showNewFactor(part, answer);
      askForCode(answer.id);
    } else alertIn(part, sentences[answer.status]);
  }

  async function confirm(): Promise<void> {
    const code = codeIn(field);
    if (code === null) {
      alertIn(part, 'A code has six figures.');
      return;
    }
    const { status } = await call(({ confirmSecondFactor }) => confirmSecondFactor(factor, code));
    field.value = '';
    if (status === 'confirmed') {
      forget();
      await confirmed();
    } else alertIn(part, sentences[status]);
  }

  find(part, '[data-enrol-start]').addEventListener('click', () => void busy(enrol));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void busy(confirm);
  });

  return {
    forget,
    /** Finds out what the account has and shows what follows from it. */
    open: async (): Promise<void> => {
      forget();
      const answer = await call(({ secondFactor }) => secondFactor());
      showPart(page, 'factor', { focus: true });
      showDeck(part, answer.status);
      if (answer.status === 'has_one') askForCode(answer.id);
    },
  };
}
