import type { HastNode, HastPluginDefinition } from 'satteri';

/** A component may bring a link, too: a number of others does. */
const holdsLink = (node: HastNode): boolean =>
  node.type !== 'text' && (node.type !== 'element' || node.tagName === 'a' || node.children.some(holdsLink));

/**
 * Makes a heading of a document the link to itself, so that a part can be quoted by its address. Its words are the link’s,
 * so that a screen reader hears them once. Runs after the plugin that gives headings their ids; a heading that holds a link
 * already keeps that one.
 */
export const linkHeadings: HastPluginDefinition = {
  name: 'link-headings',
  element: {
    filter: ['h2', 'h3'],
    visit: (node) => {
      const { id } = node.properties;
      if (typeof id !== 'string' || node.children.some(holdsLink)) return undefined;
      const properties = { className: ['self'], href: `#${id}` };
      return {
        ...node,
        children: [{ type: 'element', tagName: 'a', properties, children: node.children }],
      };
    },
  },
};
