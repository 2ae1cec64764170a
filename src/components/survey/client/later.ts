import type { showChanges as show } from './showChanges.ts';

/** What a visit needs once at most, and late: one file, because each costs the first view its name. */
export { finishEnding } from './ending.ts';
export { setAside } from '../../../browser/setAside.ts';
export { showNotes } from './showNotes.ts';
export { showReview } from './showReview.ts';
export { showThanks } from './showThanks.ts';

/** Says what became of a draft of an earlier version; with the questions of that version, which come with it. */
export const showChanges = async (...given: Parameters<typeof show>): Promise<string> =>
  (await import('./showChanges.ts')).showChanges(...given);
