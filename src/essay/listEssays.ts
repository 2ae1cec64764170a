import type { SitePath } from '../address.ts';
import { readFileSync } from 'node:fs';
import { getCollection, type CollectionEntry } from 'astro:content';
import { chartsIn } from './chartsIn.ts';

/** Words a minute in silent reading of English prose: 238, Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047 */
const WORDS_A_MINUTE = 238;

/** One essay with what a list, a page or the feed says about it. */
export interface ListedEssay {
  entry: CollectionEntry<'essays'>;
  /** `/essays/<slug>/` */
  path: SitePath;
  minutes: number;
  /** The neighbours by date; absent at either end. */
  earlier?: ListedEssay;
  later?: ListedEssay;
}

/**
 * Every essay, newest first.
 *
 * @throws when an essay's `charts` are not the charts of its text, naming the file and both lists, or a chart lacks what
 * it needs, naming file and line
 */
export async function listEssays(): Promise<ListedEssay[]> {
  const entries = await getCollection('essays');
  const essays = entries
    .toSorted((a, b) => b.data.published.getTime() - a.data.published.getTime() || a.id.localeCompare(b.id))
    .map((entry): ListedEssay => {
      const { body = '', filePath: file } = entry;
      if (file === undefined) throw new Error(`The essay ${entry.id} is no file.`);
      // The file itself and not the body: an error names a line of it.
      const shown = chartsIn(file, readFileSync(file, 'utf8')).map(({ id }) => id);
      if (shown.join() !== entry.data.charts.join()) {
        throw new Error(
          `${file}: \`charts\` lists [${entry.data.charts.join(', ')}], but the text shows [${shown.join(', ')}]; expected the same ids in the same order.`,
        );
      }
      return { entry, path: `/essays/${entry.id}/`, minutes: readingMinutes(body) };
    });
  return essays.map((essay, i) => {
    const [later, earlier] = [essays[i - 1], essays[i + 1]];
    return { ...essay, ...(earlier && { earlier }), ...(later && { later }) };
  });
}

/**
 * Minutes it takes to read an essay, at least 1.
 *
 * @param source the essay's MDX without front matter; tags and link addresses are not counted, notes are
 */
function readingMinutes(source: string): number {
  const prose = source
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ');
  const words = prose.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  return Math.max(1, Math.round(words.length / WORDS_A_MINUTE));
}
