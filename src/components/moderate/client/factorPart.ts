import type { FactorRefused, NewFactor } from '../../../api/moderation/secondFactor.ts';
import { find } from '../../../browser/find.ts';
import { call } from './call.ts';
import { isFailed } from '../../../browser/attempt.ts';
import type { Failed } from '../../../browser/cause.ts';
import { alertIn, showPart, whyNot } from './parts.ts';

const decks = {
  has_one: 'Moderating here takes a code from your authenticator app as well.',
  has_none:
    'Moderating here takes a code from an authenticator app as well, and this account has none yet. You need an app for such codes on your phone.',
} as const;

const sentences = {
  wrong: 'That code does not match. A new one comes every half minute: try that.',
  too_many: 'There were too many attempts: wait a few minutes before the next one.',
  not_offered: 'This server offers no second factor: whoever runs it has to switch one on.',
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
  for (const name of ['factor', 'enrol', 'enrolling', 'again']) find(part, `[data-${name}]`).hidden = true;
  alertIn(part, null);
}

/** Says what the account has, and offers to set up what it has not. */
function showDeck(part: HTMLElement, status: keyof typeof decks): void {
  find(part, '[data-factor-deck]').textContent = decks[status];
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
    try {
      await work();
    } finally {
      said.textContent = '';
      isBusy = false;
    }
  };
}

/**
 * Asks for the second factor, or sets one up.
 * @param confirmed what comes next
 * @param ended what to do when the session has ended
 */
export function factorPart(page: HTMLElement, confirmed: () => Promise<void>, ended: () => void) {
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

  /** Says why something was not done, or leaves where nobody is signed in any more. */
  function refuse(answer: Failed | FactorRefused | { readonly status: keyof typeof sentences }): void {
    if (answer.status === 'signed_out') ended();
    else alertIn(part, isFailed(answer) ? whyNot(answer) : sentences[answer.status]);
  }

  /** Finds out what the account has and shows what follows from it. */
  async function open(): Promise<void> {
    forget();
    const answer = await call(({ secondFactor }) => secondFactor());
    showPart(page, 'factor', { focus: true });
    if (answer.status === 'has_one' || answer.status === 'has_none') {
      showDeck(part, answer.status);
      if (answer.status === 'has_one') askForCode(answer.id);
      return;
    }
    showDeck(part, 'has_one');
    find(part, '[data-again]').hidden = false;
    refuse(answer);
  }

  async function enrol(): Promise<void> {
    const answer = await call(({ newSecondFactor }) => newSecondFactor());
    if (answer.status === 'new') {
      showNewFactor(part, answer);
      askForCode(answer.id);
    } else refuse(answer);
  }

  async function confirm(): Promise<void> {
    const code = codeIn(field);
    if (code === null) {
      alertIn(part, 'A code has six figures.');
      return;
    }
    const answer = await call(({ confirmSecondFactor }) => confirmSecondFactor(factor, code));
    field.value = '';
    if (answer.status === 'confirmed') {
      forget();
      await confirmed();
    } else refuse(answer);
  }

  find(part, '[data-again]').addEventListener('click', () => void busy(open));
  find(part, '[data-enrol-start]').addEventListener('click', () => void busy(enrol));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void busy(confirm);
  });

  return { forget, open };
}
