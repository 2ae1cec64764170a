import { sampleMark } from '../../figures/standardNote.ts';
import type { DescribedFigure } from '../../words/words.ts';

/**
 * A sentence to post with a chart: its title, how many answered, what the answers are, and the address.
 * @param address the page’s own
 */
export function shareWords({ figure, words }: DescribedFigure, address: string): string {
  const { madeUp } = figure.provenance;
  const about = [words.bases, madeUp ? sampleMark.toLowerCase() : 'of people who chose to answer'];
  return `${words.title} (${about.filter((fact) => fact !== '').join('; ')}). ${address}`;
}
