import type { SitePath } from '../../address.ts';
/** Where a chart or a cut of it stands alone, for frames on other pages. @param id of the figure */
export const embedPath = (id: string): SitePath => `/embed/${id}/`;

/** The script that a host page may use to fit frames to their width; a file in `public/`. */
export const resizeScript: SitePath = '/embed/resize.js';
