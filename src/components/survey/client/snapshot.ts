import { findAll } from '../../../browser/find.ts';
import type { Field } from './readPage.ts';

interface Snapshot {
  /** Codes chosen, by variable. */
  readonly chosen: Record<string, string>;
  /** Text as typed, by variable. */
  readonly typed: Record<string, string>;
  /** The order in which the answers of each shuffled list stand. */
  readonly orders: Readonly<Record<string, readonly string[]>>;
}

/** What stands in the form, as it was chosen and typed. */
export function readSnapshot(form: HTMLElement, fields: readonly Field[]): Snapshot {
  const chosen = fields.flatMap(({ id, radios }) => {
    const radio = radios.find(({ checked }) => checked);
    return radio === undefined ? [] : [[id, radio.value] as const];
  });
  const typed = fields.flatMap(({ id, text }) =>
    text === null || text.value === '' ? [] : [[id, text.value] as const],
  );
  return {
    chosen: Object.fromEntries(chosen),
    typed: Object.fromEntries(typed),
    orders: Object.fromEntries(
      lists(form).map(({ variable, labels }) => [variable, labels.map(({ code }) => code)] as const),
    ),
  };
}

const lists = (form: HTMLElement) =>
  findAll(form, '[data-nominal]').map((list) => ({
    list,
    variable: list.closest<HTMLElement>('[data-variable]')?.dataset.variable ?? '',
    labels: findAll(list, '.opt').map((label) => ({
      label,
      code: label.querySelector('input')?.value ?? '',
    })),
  }));

/**
 * Puts it back. A code that is no longer offered is left out; in a list, an answer that is new since then comes last.
 */
export function restore(
  form: HTMLElement,
  fields: readonly Field[],
  { chosen, typed, orders }: Snapshot,
): void {
  for (const { list, variable, labels } of lists(form)) {
    const order = orders[variable];
    if (order === undefined) continue;
    const place = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length);
    list.append(...labels.toSorted((a, b) => place(a.code) - place(b.code)).map(({ label }) => label));
  }
  for (const { id, radios, text } of fields) {
    for (const radio of radios) radio.checked = radio.value === chosen[id];
    if (text !== null) text.value = typed[id] ?? '';
  }
}
