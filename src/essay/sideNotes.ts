import type { Custom, MdastNode, MdastPluginDefinition } from 'satteri';
import { childrenOf, element, nodesOf, text } from './prose.ts';

/** @param again which reference to its note this is: 1 is the one that the note leads back to */
const reference = (n: number, again: number): Custom =>
  element(
    'a',
    {
      className: ['ref'],
      id: again === 1 ? `ref-${n}` : `ref-${n}-${again}`,
      href: `#note-${n}`,
      ariaLabel: `Note ${n}`,
    },
    [text(String(n))],
  );

function note(n: number, definition: MdastNode): Custom {
  const back = element(
    'a',
    { className: ['note__back'], href: `#ref-${n}`, ariaLabel: `Back to the text at note ${n}` },
    [text(String(n))],
  );
  const [first, ...more] = childrenOf(definition);
  // The number stands in the first line; a single paragraph needs no element of its own.
  const words = first?.type === 'paragraph' ? first.children : first === undefined ? [] : [first];
  return element('div', { className: ['note'], id: `note-${n}`, role: 'note', ariaLabel: `Note ${n}` }, [
    back,
    text(' '),
    ...words,
    ...more,
  ]);
}

/**
 * Footnotes as GitHub writes them, `[^1]` and `[^1]: words`, beside the text: numbered in its order, and each after the
 * paragraph that refers to it first, so that a wide page has them in its margin (styles/essay.css).
 */
export const sideNotes = (): MdastPluginDefinition => ({
  name: 'side-notes',
  before: (root, context) => {
    const all = [...nodesOf(root)];
    const definitions = new Map(
      all.flatMap(({ node }) => (node.type === 'footnoteDefinition' ? [[node.identifier, node]] : [])),
    );
    const numbers = new Map<string, number>();
    const times = new Map<string, number>();
    const after = new Map<MdastNode, Custom[]>();
    for (const { node, within } of all) {
      const definition = node.type === 'footnoteReference' ? definitions.get(node.identifier) : undefined;
      if (node.type !== 'footnoteReference' || definition === undefined) continue;
      const n = numbers.get(node.identifier) ?? numbers.size + 1;
      const again = (times.get(node.identifier) ?? 0) + 1;
      times.set(node.identifier, again);
      context.replaceNode(node, reference(n, again));
      if (numbers.has(node.identifier)) continue;
      numbers.set(node.identifier, n);
      // What a chart holds comes and goes with it, its notes included.
      const around = within.findLastIndex(
        (one) => one.type === 'root' || (one.type === 'mdxJsxFlowElement' && one.name === 'Chart'),
      );
      const block = within[around + 1] ?? node;
      after.set(block, [...(after.get(block) ?? []), note(n, definition)]);
    }
    for (const [block, notes] of after)
      context.insertAfter(block, element('div', { className: ['notes'] }, notes));
    for (const definition of definitions.values()) context.removeNode(definition);
  },
});
