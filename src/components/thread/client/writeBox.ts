import { keptUntil } from '../../../survey/draft.ts';
import type { CommentDraft, Place } from '../../../thread/draftBook.ts';
import { limits } from '../../../thread/limits.ts';
import type { Role } from '../../../thread/role.ts';
import { cleanText, lengthOf, textProblem } from '../../../thread/text.ts';
import { inDays } from '../../../browser/inDays.ts';
import { find, findAll } from '../../../browser/find.ts';
import { keptDrafts } from './drafts.ts';
import type { View } from './view.ts';

/** What an author has written, and as whom. */
export type Words = Pick<CommentDraft, 'text' | 'role'>;

/** What the box is used for. */
export interface Task {
  readonly place: Place;
  readonly title: string;
  readonly send: string;
  /** Where it stands; at the foot of the discussion when this is missing. */
  readonly under?: HTMLElement;
  /** What to begin with where there is no draft. */
  readonly begin: Words;
}

/** From how many characters before the limit they are counted. */
const countedFrom = 500;

/** How much room is left, or how much is too much; empty while there is enough. @param length in code points */
export function counterWords(length: number): string {
  const left = limits.characters - length;
  if (left > countedFrom) return '';
  const n = Math.abs(left).toLocaleString('en-GB');
  const characters = Math.abs(left) === 1 ? 'character' : 'characters';
  return left >= 0 ? `${n} ${characters} left` : `${n} ${characters} too many`;
}

function keptWords(draft: CommentDraft | undefined, isKept: boolean, unsent: string): string {
  if (draft === undefined) return 'No account, no e-mail.';
  return isKept ? `Kept on this device until ${inDays(keptUntil(draft.at))}.` : unsent;
}

/** The form of the box: its field, its roles and its lines. */
function boxForm({ section, say }: View) {
  const form = find(section, '[data-write]');
  const field = find(form, 'textarea') as HTMLTextAreaElement;
  const radios = findAll(form, 'input[name=role]') as readonly HTMLInputElement[];
  const part = (name: string): HTMLElement => find(form, `[data-write-${name}]`);
  const unsent = part('kept').dataset.unsent ?? '';
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
    words: (): Words => ({ text: field.value, role: role() }),
    fill: ({ text, role }: Words): void => {
      field.value = text;
      for (const radio of radios) radio.checked = radio.value === role;
    },
    showProblem,
    /** Cleaned text and role; null once it was said what is wrong. */
    read: (): Words | null => {
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
      const words = counterWords(lengthOf(cleanText(field.value)));
      // A screen reader hears when it begins and when it is too much, not every key.
      if (words !== '' && words.endsWith('left') !== part('count').textContent.endsWith('left')) say(words);
      part('count').textContent = words;
      part('kept').textContent = keptWords(draft, isKept, unsent);
    },
    /** While something is being sent it is not sent twice. */
    busy: (isBusy: boolean): void => {
      (part('send') as HTMLButtonElement).disabled = isBusy;
    },
  };
}

/** Moves the box only where it must be: what is moved loses the focus. */
function standUnder(form: HTMLElement, place: HTMLElement): void {
  if (form.parentElement !== place) place.append(form);
}

/** The one box for writing: where it stands, what it is used for, and the draft of it that the device keeps. */
export function writeBox(view: View) {
  const { form, field, part, words, fill, read, showProblem, alert, showLines, busy } = boxForm(view);
  const home = find(view.section, '[data-write-home]');
  const newComment: Task = {
    place: 'top',
    title: part('title').textContent,
    send: part('send').textContent,
    begin: { text: '', role: 'none' },
  };
  let task = newComment;

  const show = (): void => {
    showLines(drafts.get(task.place), drafts.isKept());
  };
  const drafts = keptDrafts(view, show);

  function changed(): void {
    showProblem(null);
    const isWorthless = field.value.trim() === '' || field.value === task.begin.text;
    drafts.set(task.place, isWorthless ? null : words());
    show();
  }
  form.addEventListener('input', changed);

  function open(wanted: Task): void {
    task = wanted;
    standUnder(form, task.under ?? home);
    part('title').textContent = task.title;
    part('send').textContent = task.send;
    find(form, '[data-act=cancel]').hidden = task === newComment;
    alert(null);
    showProblem(null);
    fill(drafts.get(task.place) ?? task.begin);
    show();
  }

  return {
    form,
    field,
    read,
    alert,
    busy,
    isLost: drafts.isLost,
    task: (): Task => task,
    open: (wanted: Task): void => {
      open(wanted);
      field.focus();
    },
    /** Takes up what this device kept, unless the author has begun to write already. */
    restore: async (): Promise<void> => {
      await drafts.restore();
      if (field.value === '') open(task);
      else changed();
    },
    hasDraft: (place: Place): boolean => drafts.get(place) !== undefined,
    /** Back to the foot of the discussion; what was written stays in its draft. */
    goHome: (): void => {
      open(newComment);
    },
    /** Puts the box back where it was, after the comments around it were shown anew. */
    putBack: (under: HTMLElement | undefined): void => {
      if (task === newComment) return;
      if (under === undefined) open(newComment);
      else standUnder(form, under);
    },
    /** What was written is sent: its draft is deleted. */
    done: (): void => {
      drafts.set(task.place, null);
      open(newComment);
      void drafts.write();
    },
    /** Puts words back where they were written. False where a draft of something else is there by now. */
    giveBack: (place: Place, { text, role }: Words): boolean => {
      if (drafts.get(place) !== undefined) return false;
      drafts.set(place, { text, role });
      void drafts.write();
      if (place === task.place) open(task);
      return true;
    },
  };
}

export type WriteBox = ReturnType<typeof writeBox>;
