import type { HastPluginDefinition } from 'satteri';
import { fromChannel } from '../survey/channel.ts';

/** A table that scrolls by itself where it is wider than its column, with its columns aligned by a class. */
function tables(): HastPluginDefinition {
  let count = 0;
  return {
    name: 'tables',
    element: [
      {
        filter: ['th', 'td'],
        visit: (node, context) => {
          const side = /text-align: (\w+)/.exec(node.properties.style ?? '')?.[1];
          if (side === undefined) return;
          // The content policy refuses styles in attributes.
          context.setProperty(node, 'style', null);
          context.setProperty(node, 'className', [`to-${side}`]);
        },
      },
      {
        filter: ['table'],
        visit: (node, context) => {
          count += 1;
          // A region that scrolls must be reachable by keyboard and have a name (WCAG 2.1.1).
          const properties = {
            className: ['scroll'],
            tabIndex: 0,
            role: 'region',
            ariaLabel: `Table ${count}`,
          };
          context.wrapNode(node, { type: 'element', tagName: 'div', properties, children: [] });
        },
      },
    ],
  };
}

/**
 * Markdown as it stands on a page: the layout has the title, and an author writes where a page is on the site, whatever
 * folder that lies in. @param folder of the host that the site lies in: `/`, `/why/`
 */
const places = (folder: string) => (): HastPluginDefinition => ({
  name: 'places',
  element: [
    {
      filter: ['h1'],
      visit: (node, context) => {
        context.removeNode(node);
      },
    },
    {
      filter: ['a'],
      visit: (node, context) => {
        const { href } = node.properties;
        if (typeof href !== 'string' || !/^\/(?!\/)/.test(href)) return;
        const address = folder + href.slice(1);
        context.setProperty(
          node,
          'href',
          href.startsWith('/survey/') ? fromChannel(address, 'essay') : address,
        );
      },
    },
  ],
});

/** What becomes of the elements that Markdown makes. */
export const onPages = (folder: string) => [places(folder), tables];
