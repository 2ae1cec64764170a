import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import { linkHeadings } from './linkHeadings.ts';
import { onPages } from './onPages.ts';
import { captions, pictures } from './pictures.ts';
import { sideNotes } from './sideNotes.ts';

/** What becomes of Markdown on a page. @param folder of the host that the site lies in: `/`, `/why/` */
export const markdown = (folder: string) => ({
  mdastPlugins: [sideNotes, captions],
  hastPlugins: [...onPages(folder), pictures, satteriHeadingIdsPlugin(), linkHeadings],
});
