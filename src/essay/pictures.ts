import { readFile } from 'node:fs/promises';
import { imageMetadata } from 'astro/assets/utils';
import type { Custom, HastPluginDefinition, MdastPluginDefinition } from 'satteri';
import { element, text } from './prose.ts';

/** Widths in pixels that a picture is made in: a phone, the widest chart’s column, and both on a dense screen. */
const widths: readonly number[] = [480, 720, 960, 1440];

/** How a picture is made and shown, as wide as styles/essay.css draws it. @param width its own, in pixels */
export const pictureSize = (width: number) => ({
  width: Math.min(width, Math.max(...widths)),
  widths: [...widths],
  sizes: '(min-width: 48rem) 45rem, 100vw',
});

/** A picture that is a paragraph of its own becomes a figure; its title, `![…](… "title")`, is the caption. */
export const captions = (): MdastPluginDefinition => ({
  name: 'captions',
  paragraph: (node, context) => {
    const [picture, ...more] = node.children;
    if (picture?.type !== 'image' || more.length > 0) return;
    const { title, ...shown } = picture;
    const caption: Custom[] = title ? [element('figcaption', {}, [text(title)])] : [];
    context.replaceNode(node, element('figure', { className: ['picture'] }, [shown, ...caption]));
  },
});

/** Has astro:assets make the pictures that lie beside a text in several widths. */
export const pictures = (): HastPluginDefinition => ({
  name: 'pictures',
  element: {
    filter: ['img'],
    visit: async (node, context) => {
      const { src } = node.properties;
      if (typeof src !== 'string' || !src.startsWith('.') || context.fileURL === undefined) return;
      if (src.endsWith('.svg')) return;
      const file = new URL(src, context.fileURL);
      const { width, ...size } = pictureSize((await imageMetadata(await readFile(file), src)).width);
      context.setProperty(node, 'width', width);
      context.setProperty(node, 'sizes', size.sizes);
      // Astro reads the list of an MDX file at its spaces, and that of a Markdown file not at all.
      context.setProperty(
        node,
        'widths',
        context.sourceFormat === 'mdx' ? size.widths.join(' ') : size.widths,
      );
    },
  },
});
