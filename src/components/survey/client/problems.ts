import { find } from '../../../browser/find.ts';
import { readField } from './answers.ts';
import type { Field } from './readPage.ts';

export interface Problem {
  readonly field: Field;
  readonly sentence: string;
}

/** What keeps a person from going on: something required that is missing, or a number that cannot be read. */
export const problemsOf = (fields: readonly Field[]): readonly Problem[] =>
  fields.flatMap((field) => {
    const read = readField(field);
    if (read === null) return field.needsAnswer === undefined ? [] : [{ field, sentence: field.needsAnswer }];
    return 'sentence' in read ? [{ field, sentence: read.sentence }] : [];
  });

function mark({ element, text }: Field, sentence: string | undefined): void {
  element.classList.toggle('wrong', sentence !== undefined);
  const message = find(element, '[data-message]');
  message.hidden = sentence === undefined;
  message.textContent = sentence ?? '';
  if (sentence === undefined) text?.removeAttribute('aria-invalid');
  else text?.setAttribute('aria-invalid', 'true');
}

const box = (form: HTMLElement): HTMLElement => find(form, '[data-errors]');

/** Takes away every sign that something was wrong. */
export function clearProblems(form: HTMLElement, fields: readonly Field[]): void {
  box(form).hidden = true;
  for (const field of fields) mark(field, undefined);
}

/** Says above the question and beside the field what has to be changed, and moves the focus to the sentence. */
export function showProblems(form: HTMLElement, problems: readonly Problem[]): void {
  for (const { field, sentence } of problems) mark(field, sentence);
  const links = problems.map(({ field, sentence }) => {
    const target = field.text ?? field.radios.find((radio) => radio.closest('[hidden]') === null);
    const link = document.createElement('a');
    link.href = `#${target?.id ?? field.id}`;
    link.textContent = sentence;
    // The address names the screen, so the link moves the focus and leaves the address alone.
    link.addEventListener('click', (event) => {
      event.preventDefault();
      target?.focus();
    });
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  const errors = box(form);
  find(errors, '[data-errors-title]').textContent =
    problems.length === 1 ? 'One thing to change' : `${problems.length} things to change`;
  find(errors, '[data-errors-list]').replaceChildren(...links);
  errors.hidden = false;
  errors.focus();
}
