import { keptUntil } from '../../../survey/draft.ts';
import { draftsIn, type CommentDraft, type Place } from '../../../thread/draftBook.ts';
import type { Role } from '../../../thread/role.ts';
import { cleanText, lengthOf, textProblem } from '../../../thread/text.ts';
import { inDays } from '../../../browser/inDays.ts';
import { find, findAll } from '../../../browser/find.ts';
import { counterWords } from './counterWords.ts';
import type { View } from './discussion.ts';
import { draftDisk } from './draftDisk.ts';

/** Milliseconds without a key after which a draft is written. */
const calm = 300;

/** What the box is for just now. */
export interface Task {
  readonly place: Place;
  readonly title: string;
  readonly send: string;
  /** Where it stands; at the foot of the discussion when there is nothing. */
  readonly under?: HTMLElement;
  /** What to begin with where there is no draft. */
  readonly begin: Pick<CommentDraft, 'text' | 'role'>;
}

/** The one box for writing: where it stands, what is in it, what is kept of it, and what is wrong with it. */
export function writeBox({ section, kind, thread, say }: View) {
  const form = find(section, '[data-write]');
  const home = find(section, '[data-write-home]');
  const field = find(form, 'textarea') as HTMLTextAreaElement;
  const part = (name: string): HTMLElement => find(form, `[data-write-${name}]`);
  const radios = findAll(form, 'input[name=role]') as readonly HTMLInputElement[];
  const disk = draftDisk(kind, thread);
  const unsent = part('kept').dataset.unsent ?? '';
  const atFirst: Task = {
    place: 'top',
    title: part('title').textContent,
    send: part('send').textContent,
    begin: { text: '', role: 'none' },
  };
  let task = atFirst;
  let drafts = new Map<Place, CommentDraft>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isKept = true;

  const role = (): Role => (radios.find(({ checked }) => checked)?.value ?? 'none') as Role;
  const fill = ({ text, role }: Task['begin']): void => {
    field.value = text;
    for (const radio of radios) radio.checked = radio.value === role;
  };

  function wrong(sentence: string | null): void {
    part('text').classList.toggle('wrong', sentence !== null);
    part('message').hidden = sentence === null;
    part('message').textContent = sentence ?? '';
    if (sentence === null) field.removeAttribute('aria-invalid');
    else field.setAttribute('aria-invalid', 'true');
  }

  function show(): void {
    const words = counterWords(lengthOf(cleanText(field.value)));
    // Heard when it begins and when there is too much, not at every key.
    if (words !== '' && words.endsWith('left') !== part('count').textContent.endsWith('left')) say(words);
    part('count').textContent = words;
    const draft = drafts.get(task.place);
    part('kept').textContent =
      draft === undefined
        ? 'No account, no e-mail.'
        : isKept
          ? `Kept on this device until ${inDays(keptUntil(draft.at))}.`
          : unsent;
  }

  const book = () => ({ format: 1 as const, at: Date.now(), drafts: Object.fromEntries(drafts) });
  async function write(): Promise<void> {
    clearTimeout(timer);
    isKept = drafts.size === 0 ? await disk.clear().then(() => true) : await disk.write(book());
    show();
  }
  function changed(): void {
    wrong(null);
    if (field.value.trim() === '' || field.value === task.begin.text) drafts.delete(task.place);
    else drafts.set(task.place, { text: field.value, role: role(), at: Date.now() });
    show();
    clearTimeout(timer);
    timer = setTimeout(() => void write(), calm);
  }
  form.addEventListener('input', changed);
  const atOnce = (): void => {
    if (drafts.size > 0) disk.writeNow(book());
  };
  addEventListener('pagehide', atOnce);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') atOnce();
  });

  function alert(sentence: string | null): void {
    part('alert').hidden = sentence === null;
    part('alert-said').textContent = sentence ?? '';
    if (sentence !== null) part('alert').focus();
  }

  /** Moved only where it must be: what is moved loses the focus. */
  function standUnder(place: HTMLElement): void {
    if (form.parentElement !== place) place.append(form);
  }

  function open(wanted: Task): void {
    task = wanted;
    standUnder(task.under ?? home);
    part('title').textContent = task.title;
    part('send').textContent = task.send;
    find(form, '[data-act=cancel]').hidden = task === atFirst;
    alert(null);
    wrong(null);
    fill(drafts.get(task.place) ?? task.begin);
    show();
  }

  return {
    form,
    /** Takes up what this device kept, unless somebody has begun to write already. */
    restore: async (): Promise<void> => {
      drafts = draftsIn(await disk.read(), Date.now());
      if (field.value === '') open(task);
      else changed();
    },
    task: (): Task => task,
    /** Whether something unsent was written there. */
    holds: (place: Place): boolean => drafts.has(place),
    open: (wanted: Task): void => {
      open(wanted);
      field.focus();
    },
    /** Back to the foot of the discussion; what was written stays in its draft. */
    goHome: (): void => {
      open(atFirst);
    },
    /** Puts the box back where it was, after the comments around it were shown anew. */
    putBack: (under: HTMLElement | undefined): void => {
      if (task === atFirst) return;
      if (under === undefined) open(atFirst);
      else standUnder(under);
    },
    /** Cleaned text and role, or null once it was said what is wrong. */
    read: (): Pick<CommentDraft, 'text' | 'role'> | null => {
      const text = cleanText(field.value);
      const problem = textProblem(text);
      wrong(problem);
      if (problem !== null) field.focus();
      return problem === null ? { text, role: role() } : null;
    },
    /** What was written has gone its way: no draft of it stays. */
    done: (): void => {
      drafts.delete(task.place);
      open(atFirst);
      void write();
    },
    /** Puts words back where they were written. False where something else is being written there by now. */
    giveBack: (place: Place, { text, role }: Pick<CommentDraft, 'text' | 'role'>): boolean => {
      if (drafts.has(place)) return false;
      drafts.set(place, { text, role, at: Date.now() });
      void write();
      if (place === task.place) open(task);
      return true;
    },
    alert,
    /** While something is on its way nothing is sent twice. */
    busy: (isBusy: boolean): void => {
      (part('send') as HTMLButtonElement).disabled = isBusy;
    },
    isLost: (): boolean => !isKept && drafts.size > 0,
  };
}

export type WriteBox = ReturnType<typeof writeBox>;
