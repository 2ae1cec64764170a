import type { Provenance } from '../figures/baseFigure.ts';
import { sampleMark } from '../figures/standardNote.ts';

/** A title as it travels without its picture: made-up numbers say so first, where nothing cuts it off. */
export const sharedTitle = (title: string, { madeUp }: Pick<Provenance, 'madeUp'>): string =>
  madeUp ? `${sampleMark}: ${title}` : title;

/** A sentence to post with a chart: its title, whose answers they are, and where they stand. */
export const sentenceToPost = (
  title: string,
  provenance: Pick<Provenance, 'madeUp'>,
  address: string,
): string => `${sharedTitle(title, provenance)}. Answers of people who chose to take part: ${address}`;
