import { receiptGroups } from '../../../receipt/receiptCode.ts';
import { caller } from '../../../browser/call.ts';
import { find, findAll } from '../../../browser/find.ts';
import { codeField } from './codeField.ts';
import { correcting } from './correcting.ts';
import { sayWhy, type Failed } from './sayWhy.ts';
import type * as calling from './calls.ts';
import type { Found } from './earlier.ts';

/** What the holder of a receipt code can do. The code lives in this page while it is open, and nowhere else. */
const page = find(document, '[data-receipt]');
const form = find(page, '[data-code-form]');
const correctForm = find(page, '[data-correct-form]');
const typed = codeField(form);
const withdrawNow = find(page, '[data-withdraw-now]');
const call = caller(() => import('./calls.ts'));
const callEarlier = caller(() => import('./earlier.ts'));
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
  const name = document.title.split(' · ').at(-1) ?? '';
  document.title = `${part === 'code' ? 'Your receipt' : heading.textContent} · ${name}`;
  scrollTo({ top: 0, behavior: 'instant' });
  if (focus) heading.focus({ preventScroll: true });
}

function element(tag: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

/** Fills in the stored answers, question by question. */
function showSeen(stored: Found, { seenInWords }: typeof calling): void {
  const { about, questions } = seenInWords(stored);
  find(page, '[data-seen-about]').textContent = about;
  find(page, '[data-seen-list]').replaceChildren(
    ...questions.map(({ wording, lines }) =>
      element(
        'div',
        element('dt', wording),
        ...lines.map(({ label, answer }) =>
          label === undefined ? element('dd', answer) : element('dd', element('span', `${label}: `), answer),
        ),
      ),
    ),
  );
}

function forget(): void {
  code = '';
  stored = undefined;
  correction = undefined;
  typed.forget();
  for (const part of ['[data-seen-about]', '[data-seen-list]', '[data-correct-form]', '[data-withdraw-code]'])
    find(page, part).replaceChildren();
}

/** Runs one call at a time and says meanwhile that it is under way. */
async function busy<Answer>(place: string, ask: () => Promise<Answer>): Promise<Answer | undefined> {
  if (isBusy) return undefined;
  isBusy = true;
  const said = find(page, place);
  const former = said.textContent;
  said.textContent = 'Asking the server …';
  const answer = await ask();
  said.textContent = former;
  isBusy = false;
  return answer;
}

function alertAtCode(failed: Failed | undefined): void {
  const alert = find(form, '[data-alert]');
  alert.hidden = failed === undefined;
  if (failed === undefined) return;
  const { title, said } = sayWhy(failed);
  find(alert, '[data-alert-title]').textContent = title;
  find(alert, '[data-alert-said]').textContent = said;
  showPart('code', { focus: false });
  alert.focus();
}

function openCorrection(): void {
  if (stored === undefined) return;
  correction = correcting(page, stored);
  find(page, '[data-correct-older]').hidden = stored.earlier === undefined;
  showPart('correct');
}

function openWithdrawal(): void {
  find(page, '[data-withdraw-code]').textContent = receiptGroups(code).join('-');
  find(page, '[data-withdraw-alert]').hidden = true;
  showPart('withdraw');
}

async function fetchAnswers(then: 'seen' | 'correct'): Promise<void> {
  const answer = await busy('[data-busy]', () =>
    call(async (calls, signal) => {
      const kept = await calls.readResponse(code, signal);
      const isOlder = kept.status === 'found' && kept.instrument !== page.dataset.instrument;
      const found = isOlder ? await callEarlier((module, limit) => module.withEarlier(kept, limit)) : kept;
      if (found.status === 'found') showSeen(found, calls);
      return found;
    }),
  );
  if (answer === undefined) return;
  if (answer.status !== 'found') {
    alertAtCode(answer);
    return;
  }
  stored = answer;
  if (then === 'correct') openCorrection();
  else showPart('seen');
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
  find(alert, '[data-withdraw-said]').textContent =
    answer.status === 'refused'
      ? answer.sentence
      : `${answer.status === 'defect' ? 'Something is wrong on this page' : 'The server did not reply'}, so we cannot say whether they were deleted. Press again: twice does no harm.`;
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

form.addEventListener('submit', (event) => {
  event.preventDefault();
  alertAtCode(undefined);
  const read = typed.read();
  if (read === null || isBusy) return;
  code = read;
  const { submitter } = event;
  const wanted = submitter instanceof HTMLButtonElement ? submitter.value : 'see';
  if (wanted === 'withdraw') openWithdrawal();
  else void fetchAnswers(wanted === 'correct' ? 'correct' : 'seen');
});
correctForm.addEventListener('submit', (event) => {
  event.preventDefault();
  void sendCorrection();
});
withdrawNow.addEventListener('click', () => void withdraw());
page.addEventListener('click', (event) => {
  const go = event.target instanceof Element && event.target.closest<HTMLElement>('[data-go]')?.dataset.go;
  if (typeof go !== 'string' || isBusy) return;
  if (go === 'correct') openCorrection();
  else if (go === 'withdraw') openWithdrawal();
  else leave(event.target);
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
