import type { Provenance } from './baseFigure.ts';
import { date } from './date.ts';

/** What pictures and pages say before the first release: some answers may have come in, and none is published. */
export const nothingYet = 'No answers published yet';

/** Which release numbers are from: “Release “2026-12”, 3 December 2026”, or that there is none yet. */
export const releaseInWords = ({ release }: Pick<Provenance, 'release'>): string =>
  release === null ? nothingYet : `Release “${release.id}”, ${date(release.published)}`;
