import type { Sent } from '../../compare/client/showComparison.ts';
import { waitForSending } from '../../compare/client/waitForSending.ts';
import { receiptGroups } from '../../../receipt/receiptCode.ts';
import { isFailed } from '../../../browser/attempt.ts';
import { caller } from '../../../browser/call.ts';
import { retriable } from '../../../browser/retriable.ts';
import { why } from '../../../browser/why.ts';
import { find, findAll } from '../../../browser/find.ts';
import { showDefects } from '../../../browser/showDefects.ts';
import { codeField } from './codeField.ts';
import { correcting } from './correcting.ts';
import { sayWhy, type NotDone } from './sayWhy.ts';
import type { Found } from './earlier.ts';

/** What the holder of a receipt code can do. The code lives in this page while it is open, and nowhere else. */
showDefects();
const page = find(document, '[data-receipt]');
const form = find(page, '[data-code-form]');
const correctForm = find(page, '[data-correct-form]');
const typed = codeField(form);
const withdrawNow = find(page, '[data-withdraw-now]');
const call = caller(() => import('./calls.ts'));
const callEarlier = caller(() => import('./earlier.ts'));
// Listens before any answers are found.
waitForSending(retriable(() => import('../../compare/client/showComparison.ts')));
let code = '';
let stored: Found | undefined;
let correction: ReturnType<typeof correcting> | undefined;
let isBusy = false;

/** The states of the page: the code is asked for, or one thing is done with it, or was done. */
type Part = 'code' | 'seen' | 'correct' | 'withdraw' | 'withdrawn' | 'corrected';

/** Shows one part of the page, says in the title which, and moves the focus to its heading unless told not to. */
function showPart(part: Part, { focus = true } = {}): void {
  for (const one of findAll(page, '[data-part]')) one.hidden = one.dataset.part !== part;
  const heading = find(page, `[data-part=${part}] h1`);
  const name = document.title.split(' · ').pop() ?? '';
  document.title = `${part === 'code' ? 'Your receipt' : heading.textContent} · ${name}`;
  scrollTo({ top: 0, behavior: 'instant' });
  if (focus) heading.focus({ preventScroll: true });
}

function forget(): void {
  code = '';
  stored = undefined;
  correction = undefined;
  typed.forget();
  for (const part of [
    '[data-seen-about]',
    '[data-seen-list]',
    '[data-correct-form]',
    '[data-withdraw-code]',
    '[data-compare-list]',
  ])
    page.querySelector(part)?.replaceChildren();
}

/** Runs one call at a time and says meanwhile that it is under way. */
async function busy<Answer>(place: string, ask: () => Promise<Answer>): Promise<Answer | undefined> {
  if (isBusy) return undefined;
  isBusy = true;
  const said = find(page, place);
  said.textContent = 'Asking the server …';
  const answer = await ask();
  said.textContent = '';
  isBusy = false;
  return answer;
}

function alertAtCode(failed: NotDone | undefined): void {
  const alert = find(form, '[data-alert]');
  alert.hidden = failed === undefined;
  if (failed === undefined) return;
  const { title, said } = sayWhy(failed);
  find(alert, '[data-alert-title]').textContent = title;
  find(alert, '[data-alert-said]').textContent = said;
  find(alert, '[data-alert-again]').hidden = !isFailed(failed);
  showPart('code', { focus: false });
  alert.focus();
}

/** @param only the one question that is to be changed */
function openCorrection(only?: string): void {
  if (stored === undefined) return;
  correction = correcting(page, stored, only);
  find(page, '[data-correct-older]').hidden = stored.earlier === undefined;
  showPart('correct');
}

function openWithdrawal(): void {
  find(page, '[data-withdraw-code]').textContent = receiptGroups(code).join('-');
  find(page, '[data-withdraw-alert]').hidden = true;
  showPart('withdraw');
}

/** Whatever is to be done with them, the answers are found first, so that nobody is told of a deletion that was none. */
async function fetchAnswers(then: string): Promise<void> {
  const answer = await busy('[data-busy]', () =>
    call(async (calls, signal) => {
      const kept = await calls.readResponse(code, signal);
      // Deleting needs none of the words that the answers are shown in.
      if (then === 'withdraw' || kept.status !== 'found') return kept;
      const isOlder = kept.instrument !== page.dataset.instrument;
      const found = isOlder ? await callEarlier((module) => module.withEarlier(kept)) : kept;
      if (found.status === 'found') calls.showFound(page, found);
      return found;
    }),
  );
  if (answer === undefined) return;
  if (answer.status !== 'found') {
    alertAtCode(answer);
    return;
  }
  stored = then === 'withdraw' ? undefined : answer;
  if (then === 'correct') openCorrection();
  else if (then === 'withdraw') openWithdrawal();
  else {
    showPart('seen');
    const { side, instrument, answers } = answer;
    page.dispatchEvent(new CustomEvent<Sent>('survey:sent', { detail: { side, instrument, answers } }));
  }
}

async function withdraw(): Promise<void> {
  const answer = await busy('[data-withdraw-busy]', () =>
    call((calls, signal) => calls.withdrawResponse(code, signal)),
  );
  if (answer === undefined) return;
  if (answer.status === 'done') {
    forget();
    showPart('withdrawn');
    return;
  }
  const alert = find(page, '[data-withdraw-alert]');
  find(alert, '[data-withdraw-said]').textContent = isFailed(answer)
    ? `${why(answer)} So we cannot say whether they were deleted. Press again: twice does no harm.`
    : answer.sentence;
  alert.hidden = false;
  alert.focus();
}

async function sendCorrection(): Promise<void> {
  const [form, of] = [correction, stored];
  if (form === undefined || of === undefined || form.stops()) return;
  const answer = await busy('[data-correct-status]', () =>
    call((calls, signal) => calls.correct(code, of, form.answers(), signal)),
  );
  if (answer === undefined) return;
  if (answer.status === 'corrected') {
    forget();
    showPart('corrected');
  } else if (answer.status === 'not_valid') form.stopAt(answer.variable, answer.sentence);
  else if (answer.status === 'unknown') alertAtCode(answer);
  else form.fails(sayWhy(answer));
}

/** Back to the answers where they are open, else to the start without them. */
function leave(from: EventTarget | null): void {
  correction = undefined;
  if (stored !== undefined && from instanceof Element && from.closest('[data-part=seen]') === null) {
    showPart('seen');
    return;
  }
  forget();
  showPart('code');
}

let wanted = 'see';
// Enter presses the first button. SubmitEvent.submitter would name it too, but Safari has that from 15.4 only.
form.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  if (button !== null) wanted = button.value;
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  alertAtCode(undefined);
  const read = typed.read();
  if (read === null || isBusy) return;
  code = read;
  void fetchAnswers(wanted);
});
correctForm.addEventListener('submit', (event) => {
  event.preventDefault();
  void sendCorrection();
});
withdrawNow.addEventListener('click', () => void withdraw());
page.addEventListener('click', (event) => {
  const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
  const { go, change } = pressed?.dataset ?? {};
  if (isBusy) return;
  if (change !== undefined) openCorrection(change);
  else if (go === 'correct') openCorrection();
  else if (go === 'all') {
    correction?.showAll();
    // The button that was pressed is out of sight now (https://www.w3.org/WAI/WCAG22/Understanding/focus-order).
    find(page, '[data-part=correct] h1').focus({ preventScroll: true });
  } else if (go === 'withdraw') openWithdrawal();
  else if (go === 'reload') location.reload();
  else if (go === 'leave') leave(event.target);
});
addEventListener('beforeunload', (event) => {
  if (correction?.isChanged() === true) event.preventDefault();
});
// A browser may keep the page as it was left, for Back: what it keeps must not hold the code.
addEventListener('pagehide', () => {
  forget();
  showPart('code', { focus: false });
});

// Printed disabled, so that a browser without the script has nothing to send the form with.
for (const button of findAll(form, 'button')) (button as HTMLButtonElement).disabled = false;
