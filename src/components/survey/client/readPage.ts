import type { Condition } from '../../../survey/condition.ts';
import type { NumberAsked } from '../../../survey/numberText.ts';
import type { RoutedVariable } from '../../../survey/offRoute.ts';
import { find, findAll } from '../../../browser/find.ts';

/** One variable as it stands on the page. */
export interface Field extends RoutedVariable {
  readonly element: HTMLElement;
  /** What can be chosen: radios, or the one box of the consent. */
  readonly radios: readonly HTMLInputElement[];
  /** The field to type a number in. */
  readonly text: HTMLInputElement | null;
  readonly number: NumberAsked | undefined;
  /** The sentence for who goes on without an answer; absent where that is allowed. */
  readonly needsAnswer: string | undefined;
}

/** One question: what it says, and one field, or one for each row. */
export interface Asked {
  readonly heading: HTMLElement;
  /** Its words without the date in brackets. */
  readonly words: string;
  /** The lines that say what it is about: one on every route. */
  readonly about: readonly HTMLElement[];
  readonly fields: readonly Field[];
}

/** What is shown at one time: the start, a question or two, one row of a question, the sending. */
export interface Screen {
  readonly id: string;
  /** The rows of one question share theirs. */
  readonly element: HTMLElement;
  readonly heading: HTMLElement;
  /** None on a screen that asks nothing. */
  readonly asked: readonly Asked[];
  /** Those of all its questions, or the one of its row. */
  readonly fields: readonly Field[];
}

// Astro printed these attributes from the questionnaire when it built the page.
const parsed = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));
export const shownIfOf = (element: HTMLElement): Condition | undefined =>
  parsed(element.dataset.shownIf) as Condition | undefined;

function readField(element: HTMLElement): Field {
  const radios = [...element.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')];
  return {
    id: element.dataset.variable ?? '',
    element,
    radios,
    text: element.querySelector<HTMLInputElement>('input[type=text]'),
    number: parsed(element.dataset.number) as NumberAsked | undefined,
    shownIf: shownIfOf(element),
    needsAnswer: element.dataset.needsAnswer,
    routedCodes: new Map(
      radios.flatMap((radio) => {
        const label = radio.closest('label');
        const shownIf = label === null ? undefined : shownIfOf(label);
        return shownIf === undefined ? [] : [[radio.value, shownIf] as const];
      }),
    ),
  };
}

/** The box to tick before the first question, read like a field with one answer. */
export const readConsent = (form: HTMLElement): Field => readField(find(form, '[data-consent-box]'));

function readAsked(question: HTMLElement): Asked {
  const heading = find(question, 'h2');
  return {
    heading,
    words: heading.dataset.plain ?? heading.textContent.trim(),
    about: findAll(question, '[data-about]'),
    fields: findAll(question, '[data-variable]').map(readField),
  };
}

/**
 * Every screen of the page in order, with all that is asked on it.
 * @param isNarrow rows of long answers do not stand beside each other, so each is a screen
 */
export function readPage(form: HTMLElement, isNarrow: boolean): readonly [Screen, ...Screen[]] {
  const [first, ...others] = findAll(form, '[data-screen]').flatMap((element) => {
    const asked = findAll(element, '[data-asked]').map(readAsked);
    const fields = asked.flatMap(({ fields }) => fields);
    const isSteps = isNarrow && element.querySelector('[data-steps]') !== null;
    return (isSteps ? fields.map((field) => [field]) : [fields]).map((shown, step) => ({
      // Not the id: on Back a browser moves the focus to the element that the address names, or away if it takes none.
      id: (step > 0 ? shown[0]?.id : element.dataset.screen) ?? '',
      element,
      heading: find(element, 'h2'),
      asked,
      fields: shown,
    }));
  });
  if (first === undefined) throw new Error('No screens.');
  return [first, ...others];
}
