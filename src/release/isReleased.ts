import type { Release } from './release.ts';

/** Stands in place of a release’s id while there is none. */
export const NONE = 'none';

/** Whether anything was released. Before that there is no release to name, to date or to fetch. */
export const isReleased = ({ id }: Pick<Release, 'id'>): boolean => id !== NONE;
