import { findAll } from '../../../browser/find.ts';
import type { Field } from './readPage.ts';

interface Filled {
  /** Codes chosen, by variable. */
  readonly chosen: Record<string, string>;
  /** Text as typed, by variable. */
  readonly typed: Record<string, string>;
}

/** What stands in the fields, as it was chosen and typed. */
export function readFields(fields: readonly Field[]): Filled {
  const chosen = fields.flatMap(({ id, radios }) => {
    const radio = radios.find(({ checked }) => checked);
    return radio === undefined ? [] : [[id, radio.value] as const];
  });
  const typed = fields.flatMap(({ id, text }) =>
    text === null || text.value === '' ? [] : [[id, text.value] as const],
  );
  return { chosen: Object.fromEntries(chosen), typed: Object.fromEntries(typed) };
}

/** Puts back what stood in the fields; a code that is no longer offered is left out. */
export function fillFields(fields: readonly Field[], { chosen, typed }: Filled): void {
  for (const { id, radios, text } of fields) {
    for (const radio of radios) radio.checked = radio.value === chosen[id];
    if (text !== null) text.value = typed[id] ?? '';
  }
}

const lists = (form: HTMLElement) =>
  findAll(form, '[data-shuffled]').map((list) => ({
    list,
    name: list.dataset.shuffled ?? '',
    items: findAll(list, '[data-item]').map((item) => ({ item, code: item.dataset.item ?? '' })),
  }));

/** The order in which the answers, or the rows, of each shuffled list stand. */
export const readOrders = (form: HTMLElement): Record<string, readonly string[]> =>
  Object.fromEntries(lists(form).map(({ name, items }) => [name, items.map(({ code }) => code)] as const));

/** Puts them back into an order they stood in before; an answer that is new since then comes last. */
export function restoreOrders(form: HTMLElement, orders: Readonly<Record<string, readonly string[]>>): void {
  for (const { list, name, items } of lists(form)) {
    const order = orders[name];
    if (order === undefined) continue;
    const place = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length);
    list.append(...items.sort((a, b) => place(a.code) - place(b.code)).map(({ item }) => item));
  }
}
