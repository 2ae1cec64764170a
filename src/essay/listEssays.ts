import { getCollection, type CollectionEntry } from 'astro:content';
import { readingMinutes } from './readingMinutes.ts';
import { shownCharts } from './shownCharts.ts';

/** One essay with what a list, a page or the feed says about it. */
export interface ListedEssay {
  entry: CollectionEntry<'essays'>;
  /** `/essays/<slug>/` */
  path: string;
  minutes: number;
  /** The neighbours by date; absent at either end. */
  earlier?: ListedEssay;
  later?: ListedEssay;
}

/**
 * Every essay, newest first.
 *
 * @throws when an essay's `charts` are not the charts of its text, naming the file and both lists
 */
export async function listEssays(): Promise<ListedEssay[]> {
  const entries = await getCollection('essays');
  const essays = entries
    .toSorted((a, b) => b.data.published.getTime() - a.data.published.getTime() || a.id.localeCompare(b.id))
    .map((entry): ListedEssay => {
      const source = entry.body ?? '';
      const shown = shownCharts(source);
      if (shown.join() !== entry.data.charts.join()) {
        throw new Error(
          `${entry.filePath ?? entry.id}: \`charts\` lists [${entry.data.charts.join(', ')}], but the text shows [${shown.join(', ')}]; expected the same ids in the same order.`,
        );
      }
      return { entry, path: `/essays/${entry.id}/`, minutes: readingMinutes(source) };
    });
  return essays.map((essay, i) => {
    const [later, earlier] = [essays[i - 1], essays[i + 1]];
    return { ...essay, ...(earlier && { earlier }), ...(later && { later }) };
  });
}
