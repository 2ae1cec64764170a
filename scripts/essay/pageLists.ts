import type { HastNode } from 'satteri';
import { isElement, property, type Element } from './page.ts';

type Child = Element['children'][number];

/** The number that a browser shows in front of each item of a list. */
function numbersOf(list: Element, items: readonly Element[]): readonly number[] {
  const step = 'reversed' in list.properties ? -1 : 1;
  const typed = (node: Element, name: string) => Number.parseInt(property(node, name), 10);
  const start = typed(list, 'start');
  let next = Number.isNaN(start) ? (step === 1 ? 1 : items.length) : start;
  return items.map((item) => {
    const own = typed(item, 'value');
    const number = Number.isNaN(own) ? next : own;
    next = number + step;
    return number;
  });
}

/** A paragraph that begins with its number. */
function paragraph(item: Element, number: number): Element {
  const label: Child = { type: 'text', value: `${number}. ` };
  const at = item.children.findIndex((child) => child.type !== 'text' || child.value.trim() !== '');
  const first = item.children[at];
  const children: Child[] =
    first !== undefined && isElement(first) && first.tagName === 'p'
      ? item.children.with(at, { ...first, children: [label, ...first.children] })
      : [label, ...item.children];
  return { ...item, tagName: 'div', properties: {}, children };
}

/** A list as Markdown has one, where its numbers rise by one from none or more; paragraphs with the same numbers where they do not. */
function plainList(list: Element): Element {
  const items = list.children.filter((child) => isElement(child)).filter(({ tagName }) => tagName === 'li');
  const numbers = numbersOf(list, items);
  const [start = 1] = numbers;
  const holdsMore = list.children.some(
    (child) =>
      !(isElement(child) ? child.tagName === 'li' : child.type !== 'text' || child.value.trim() === ''),
  );
  if (!holdsMore && start >= 0 && numbers.every((number, i) => number === start + i))
    return { ...list, properties: { ...list.properties, start } };
  const numbered = new Map<Child, number>(items.map((item, i) => [item, numbers[i] ?? start]));
  return {
    ...list,
    tagName: 'div',
    properties: {},
    children: list.children.map((child) => {
      const number = numbered.get(child);
      return number === undefined || !isElement(child) ? child : paragraph(child, number);
    }),
  };
}

/** A page whose lists show the same numbers in Markdown, which counts on from the first one. */
export function withNumbers<Node extends HastNode>(node: Node): Node {
  if (!('children' in node)) return node;
  const held = { ...node, children: node.children.map((child) => withNumbers(child)) };
  return isElement(held) && held.tagName === 'ol' ? (plainList(held) as typeof held) : held;
}
