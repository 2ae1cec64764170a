import { isShown } from '../../../survey/routing.ts';
import { shuffled } from '../../../survey/shuffled.ts';
import { find, findAll } from '../../../browser/find.ts';
import { shownIfOf, type Field, type Screen } from './readPage.ts';
import type { Answers } from '../../../survey/answers.ts';

/** Puts opinions in random order once for the visit; what stands last stays last (protocol 1.2). */
export function shuffleOptions(form: HTMLElement): void {
  for (const list of findAll(form, '[data-shuffled]')) {
    const items = findAll(list, '[data-item]');
    list.append(...shuffled(items, (item) => 'last' in item.dataset, Math.random));
  }
}

/** The answers of a field that can be chosen now, in the order seen. */
export const choices = (field: Field): readonly HTMLInputElement[] =>
  findAll(field.element, '.opt:not([hidden]) input').filter((input) => input instanceof HTMLInputElement);

function hideOffRoute(elements: readonly HTMLElement[], answers: Answers): void {
  for (const element of elements) element.hidden = !isShown({ shownIf: shownIfOf(element) }, answers);
}

/** Says under the answers what belongs to the chosen one. */
export function showSaid({ fields }: Screen, answers: Answers): void {
  for (const { id, element } of fields)
    for (const said of findAll(element, '[data-said-if]')) said.hidden = said.dataset.saidIf !== answers[id];
}

/** Shows the lines, rows and answers that are on the route, and numbers the answers that a key chooses. */
export function showRouted(screen: Screen, answers: Answers): void {
  showSaid(screen, answers);
  for (const { about, fields } of screen.asked) {
    hideOffRoute(about, answers);
    for (const field of fields)
      field.element.hidden = !screen.fields.includes(field) || !isShown(field, answers);
  }
  for (const field of screen.fields) {
    hideOffRoute(findAll(field.element, '[data-shown-if]'), answers);
    for (const [index, input] of choices(field).entries()) {
      const key = find(input.parentElement ?? field.element, '[data-key]');
      key.hidden = index > 8 || field.text !== null;
      key.textContent = `${index + 1}`;
    }
  }
}
