import type { Place } from '../../../thread/draftBook.ts';
import { cleanText } from '../../../thread/text.ts';
import { find } from '../../../browser/find.ts';
import { boxForm, type Written } from './boxForm.ts';
import { keptDrafts } from './drafts.ts';
import type { View } from './view.ts';

/** What the box is used for. */
export interface Task {
  readonly place: Place;
  readonly title: string;
  readonly send: string;
  /** Where it stands; at the foot of the discussion when this is missing. */
  readonly under?: HTMLElement;
  /** What to begin with where there is no draft. */
  readonly begin: Written;
}

/** Moves the box only where it must be: what is moved loses the focus. */
function standUnder(form: HTMLElement, place: HTMLElement): void {
  if (form.parentElement !== place) place.append(form);
}

/** The box, the task it has, and the draft of it that the device keeps. */
function boxWithTask(view: View) {
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

  return { form, field, read, alert, busy, drafts, newComment, task: () => task, open, changed };
}

/** The one box for writing: where it stands, and what it is used for. */
export function writeBox(view: View) {
  const { form, field, read, alert, busy, drafts, newComment, task, open, changed } = boxWithTask(view);

  return {
    form,
    field,
    read,
    alert,
    busy,
    isLost: drafts.isLost,
    task,
    open: (wanted: Task): void => {
      open(wanted);
      field.focus();
    },
    /** Takes up what this device kept, unless the author has begun to write already. */
    restore: (): Promise<void> => {
      // Before it is read, so that it counts as written without knowing what is kept.
      if (field.value !== '') changed();
      return drafts.restore(() => {
        if (field.value === '') open(task());
        else changed();
      });
    },
    hasDraft: (place: Place): boolean => drafts.get(place) !== undefined,
    /** Back to the foot of the discussion; what was written stays in its draft. */
    goHome: (): void => {
      open(newComment);
    },
    /** Puts the box back where it was, after the comments around it were shown anew. */
    putBack: (under: HTMLElement | undefined): void => {
      if (task() === newComment) return;
      if (under === undefined) open(newComment);
      else standUnder(form, under);
    },
    /**
     * These words are sent, so the draft of them is deleted, and the box is emptied where it still holds them. What was written since,
     * in the same place or in another, stays. @returns whether it was emptied
     */
    done: (place: Place, { text }: Written): boolean => {
      const isSame = cleanText(drafts.get(place)?.text ?? text) === text;
      if (isSame) drafts.set(place, null);
      const isEmptied = isSame && place === task().place;
      if (isEmptied) open(newComment);
      void drafts.write();
      return isEmptied;
    },
    /** Puts words back where they were written. False where a draft of something else is there by now. */
    giveBack: (place: Place, { text, role }: Written): boolean => {
      if (drafts.get(place) !== undefined) return false;
      drafts.set(place, { text, role });
      void drafts.write();
      if (place === task().place) open(task());
      return true;
    },
  };
}

export type WriteBox = ReturnType<typeof writeBox>;
