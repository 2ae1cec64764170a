import type { SitePath } from '../address.ts';
import { readFileSync } from 'node:fs';
import { getCollection, type CollectionEntry } from 'astro:content';
import { loadLedger } from '../ledger/loadLedger.ts';
import { currentRelease } from '../release/currentRelease.ts';
import { numberFaults } from './boundNumbers.ts';
import { refuse } from './prose.ts';
import { readingMinutes } from './readingMinutes.ts';
import { waitingEssays } from './waiting.ts';

/** One essay with what a list, a page or the feed says about it. */
export interface ListedEssay {
  entry: CollectionEntry<'essays'>;
  /** `/essays/<slug>/` */
  path: SitePath;
  minutes: number;
}

/**
 * Every essay, newest first.
 *
 * @throws where a number is in neither ledger nor release, also of an essay that waits, naming file and line
 */
export const listEssays = (): Promise<ListedEssay[]> =>
  // Many pages list essays, and none changes during a build.
  import.meta.env.PROD ? (listed ??= readEssays()) : readEssays();

let listed: Promise<ListedEssay[]> | undefined;

async function readEssays(): Promise<ListedEssay[]> {
  const entries = await getCollection('essays');
  const release = currentRelease((await getCollection('releases')).map(({ data }) => data));
  const numbers = { ledger: await loadLedger(), release };
  const today = new Date().toISOString().slice(0, 10);
  for (const { file, text } of waitingEssays('src/content/essays', today))
    refuse(file, numberFaults(file, text, numbers));
  return entries
    .toSorted((a, b) => b.data.published.getTime() - a.data.published.getTime() || a.id.localeCompare(b.id))
    .map((entry): ListedEssay => {
      const { body = '', filePath: file } = entry;
      if (file === undefined) throw new Error(`The essay ${entry.id} is no file.`);
      // The file itself and not the body: an error names a line of it.
      refuse(file, numberFaults(file, readFileSync(file, 'utf8'), numbers));
      return { entry, path: `/essays/${entry.id}/`, minutes: readingMinutes(body, entry.data.lang) };
    });
}
