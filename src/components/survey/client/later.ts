import { isLostConnection } from '../../../api/notDone.ts';
import type { showChanges as show } from './showChanges.ts';

/** What a visit needs once at most, and late: one file, because each costs the first view its name. */
export { finishEnding } from './ending.ts';
export { seen, showThanks } from './showThanks.ts';

/** Says what became of a draft of an earlier version; with the questions of that version, which come with it. */
export const showChanges = async (...given: Parameters<typeof show>): Promise<string | undefined> => {
  try {
    return await (await import('./showChanges.ts')).showChanges(...given);
  } catch (error) {
    // The page says already that what changed could not be loaded.
    if (isLostConnection(error)) return undefined;
    throw error;
  }
};
