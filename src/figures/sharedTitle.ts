import type { Provenance } from './baseFigure.ts';
import { sampleMark } from './standardNote.ts';

/** A title as it travels without its picture: made-up numbers say so first, where nothing cuts it off. */
export const sharedTitle = (title: string, { madeUp }: Pick<Provenance, 'madeUp'>): string =>
  madeUp ? `${sampleMark}: ${title}` : title;
