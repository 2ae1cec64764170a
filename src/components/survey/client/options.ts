import type { Given } from '../../../survey/offRoute.ts';
import { isShown } from '../../../survey/routing.ts';
import { shuffled } from '../../../survey/shuffled.ts';
import { find, findAll } from '../../../browser/find.ts';
import { shownIfOf, type Field, type Screen } from './readPage.ts';

/** Puts nominal answers in random order once for the visit; what stands last stays last (protocol 1.2). */
export function shuffleOptions(form: HTMLElement): void {
  for (const list of findAll(form, '[data-nominal]')) {
    const labels = findAll(list, '.opt');
    list.append(...shuffled(labels, (label) => 'last' in label.dataset, Math.random));
  }
}

/** The answers of a field that can be chosen now, in the order seen. */
export const choices = (field: Field): readonly HTMLInputElement[] =>
  findAll(field.element, '.opt:not([hidden]) input').filter((input) => input instanceof HTMLInputElement);

/** Shows the rows and answers that are on the route, and numbers the answers that a key chooses. */
export function showRouted({ fields }: Screen, answers: Given): void {
  for (const field of fields) {
    field.element.hidden = !isShown(field, answers);
    for (const label of findAll(field.element, '[data-shown-if]'))
      label.hidden = !isShown({ shownIf: shownIfOf(label) }, answers);
    for (const [index, input] of choices(field).entries()) {
      const key = find(input.parentElement ?? field.element, '[data-key]');
      key.hidden = index > 8 || field.text !== null;
      key.textContent = `${index + 1}`;
    }
  }
}
