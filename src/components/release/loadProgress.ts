import { getCollection } from 'astro:content';
import type { Progress } from '../../release/progress.ts';

/** How many had answered when they were last counted; nothing while nobody has counted. */
export async function loadProgress(): Promise<Progress | undefined> {
  const [entry] = await getCollection('progress');
  return entry?.data;
}
