import type { HastNode } from 'satteri';
import { elements, isElement, property, type Element } from './page.ts';

/** What is a note of a page: an item of a list with a link back to the place in the text that leads to it. */
interface Notes {
  /** The places in the text, with the id of the note. */
  readonly marks: ReadonlyMap<Element, string>;
  readonly words: ReadonlySet<Element>;
  /** The links back, which are no words of a note. */
  readonly back: ReadonlySet<Element>;
}

function notesOf(page: HastNode): Notes {
  const all = [...elements(page)];
  const byAddress = new Map(all.map((node) => [`#${property(node, 'id')}`, node]));
  const leadsTo = (node: Element, id: string): boolean =>
    [...elements(node)].some((each) => property(each, 'href') === `#${id}`);
  const found = all
    .filter((node) => node.tagName === 'li' && property(node, 'id') !== '')
    .flatMap((words) =>
      [...elements(words)].flatMap((back) => {
        const mark = byAddress.get(property(back, 'href'));
        const id = property(words, 'id');
        return mark !== undefined && mark !== words && leadsTo(mark, id) ? [{ words, back, mark, id }] : [];
      }),
    );
  return {
    marks: new Map(found.map(({ mark, id }) => [mark, id])),
    words: new Set(found.map(({ words }) => words)),
    back: new Set(found.map(({ back }) => back)),
  };
}

/** @returns what takes the place of one node */
function renamed(node: HastNode, notes: Notes): HastNode[] {
  if (!('children' in node)) return [node];
  const children = node.children.flatMap((child) => renamed(child, notes));
  const held = { ...node, children } as typeof node;
  if (!isElement(node) || !isElement(held)) return [held];
  const id = notes.marks.get(node);
  if (id !== undefined) return [{ ...held, tagName: 'note-mark', properties: { id }, children: [] }];
  if (notes.back.has(node)) return [];
  if (notes.words.has(node)) return [{ ...held, tagName: 'note-words' }];
  // A list of notes is no list any more.
  return node.children.some((child) => isElement(child) && notes.words.has(child)) ? children : [held];
}

/** A page in which notes are `<note-mark id>` and `<note-words id>`, whatever made them: a word processor, GitHub, a person. */
export function withNotes(page: HastNode): HastNode {
  const [same = page] = renamed(page, notesOf(page));
  return same;
}
