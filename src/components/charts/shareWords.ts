import { bases } from '../../words/bases.ts';
import { describe } from '../../words/describe.ts';
import type { Figure } from '../../figures/figure.ts';
import { sampleMark } from '../../figures/standardNote.ts';

/**
 * A sentence to post with a chart: its finding, how many answered, what the answers are, and the address.
 * @param address the page’s own
 */
export function shareWords(figure: Figure, address: string): string {
  const { madeUp } = figure.provenance;
  const about = [bases(figure), madeUp ? sampleMark.toLowerCase() : 'of people who chose to answer'];
  return `${describe(figure).finding} (${about.filter((fact) => fact !== '').join('; ')}). ${address}`;
}
