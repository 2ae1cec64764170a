import type { Release } from '../release.ts';
import { text, type Column } from './column.ts';
import type { Publisher } from './publisher.ts';

/** Columns that identify the release on every line, so that a line copied into another file stays attributed. */
export interface Provenance {
  readonly data: string;
  readonly release: string;
}

export const provenanceOf = (
  { id, made_up }: Pick<Release, 'id' | 'made_up'>,
  { sampleMark }: Pick<Publisher, 'sampleMark'>,
): Provenance => ({ data: made_up ? sampleMark : 'Survey responses', release: id });

/**
 * The first columns of every table of figures. A quoted text is not the first: readers that guess the delimiter look for
 * one on both sides of the quotes.
 */
export const provenanceColumns: readonly Column<Provenance>[] = [
  text(
    'release',
    'Release',
    'The release the line stands in: “sample”, or the month it was published in.',
    ({ release }) => release,
  ),
  text('data', 'Kind of data', 'Whether the respondents are real or made up.', ({ data }) => data),
];
