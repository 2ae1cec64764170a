import { keptUntil } from '../../../survey/draft.ts';
import type { CommentDraft } from '../../../thread/draftBook.ts';
import { limits } from '../../../thread/limits.ts';
import type { Role } from '../../../thread/role.ts';
import { cleanText, lengthOf, textProblem } from '../../../thread/text.ts';
import { inDays } from '../../../browser/inDays.ts';
import { find, findAll } from '../../../browser/find.ts';
import { sayAnew } from '../../../browser/sayAnew.ts';
import type { View } from './view.ts';

/** What an author has written, and as whom. */
export type Written = Pick<CommentDraft, 'text' | 'role'>;

/** From how many characters before the limit they are counted. */
const countedFrom = 500;

/** Whether the room that is left is said, and as what. */
type Room = 'enough' | 'little' | 'none';

const roomFor = (length: number): Room =>
  length > limits.characters ? 'none' : length >= limits.characters - countedFrom ? 'little' : 'enough';

/** How much room is left, or how much is too much; empty while there is enough. @param length in code points */
export function counterWords(length: number): string {
  const left = limits.characters - length;
  if (roomFor(length) === 'enough') return '';
  const n = Math.abs(left).toLocaleString('en-GB');
  const characters = Math.abs(left) === 1 ? 'character' : 'characters';
  return left >= 0 ? `${n} ${characters} left` : `${n} ${characters} too many`;
}

function keptWords(draft: CommentDraft | undefined, isKept: boolean, unsent: string): string {
  if (draft === undefined) return 'No account, no e-mail.';
  return isKept ? `Kept on this device until ${inDays(keptUntil(draft.at))}.` : unsent;
}

/** The form of the box: its field, its roles and its lines. */
export function boxForm({ section, say }: View) {
  const form = find(section, '[data-write]');
  const field = find(form, 'textarea') as HTMLTextAreaElement;
  const radios = findAll(form, 'input[name=role]') as readonly HTMLInputElement[];
  const part = (name: string): HTMLElement => find(form, `[data-write-${name}]`);
  const sends = part('send') as HTMLButtonElement;
  const unsent = part('kept').dataset.unsent ?? '';
  let room: Room = 'enough';
  const role = (): Role => (radios.find(({ checked }) => checked)?.value ?? 'none') as Role;

  /** Says at the field what is wrong with it. */
  function showProblem(sentence: string | null): void {
    part('text').classList.toggle('wrong', sentence !== null);
    part('message').hidden = sentence === null;
    part('message').textContent = sentence ?? '';
    if (sentence === null) field.removeAttribute('aria-invalid');
    else field.setAttribute('aria-invalid', 'true');
  }

  return {
    form,
    field,
    part,
    words: (): Written => ({ text: field.value, role: role() }),
    fill: ({ text, role }: Written): void => {
      field.value = text;
      for (const radio of radios) radio.checked = radio.value === role;
    },
    showProblem,
    /** Cleaned text and role; null once it was said what is wrong, and while they are being sent already. */
    read: (): Written | null => {
      if (sends.disabled) return null;
      const text = cleanText(field.value);
      const problem = textProblem(text);
      showProblem(problem);
      if (problem === null) return { text, role: role() };
      field.focus();
      return null;
    },
    /** Says above the box why it could not be sent. */
    alert: (sentence: string | null): void => {
      part('alert').hidden = sentence === null;
      part('alert-said').textContent = sentence ?? '';
      if (sentence !== null) part('alert').focus();
    },
    /** Says how much room is left, and until when the draft is kept. */
    showLines: (draft: CommentDraft | undefined, isKept: boolean): void => {
      const length = lengthOf(cleanText(field.value));
      const words = counterWords(length);
      // A screen reader hears when it begins and when it is too much, not every key.
      if (words !== '' && roomFor(length) !== room) say(words);
      room = roomFor(length);
      sayAnew(part('count'), words);
      sayAnew(part('kept'), keptWords(draft, isKept, unsent));
    },
    /** While something is being sent it is not sent twice. */
    busy: (isBusy: boolean): void => {
      sends.disabled = isBusy;
    },
  };
}
