import { datePlace } from './frame.ts';

/**
 * What the words of the questionnaire may hold beside letters: `**bold**`, and the place of a date in brackets, which
 * only the page can fill in (frame.ts).
 */
export interface Piece {
  readonly text: string;
  /** Absent for plain words. A date’s text is that of its brackets, place and all. */
  readonly is?: 'strong' | 'date';
}

const marked = /\*\*(.+?)\*\*|( \([^()]*\{date45\}[^()]*\))/;

/** A wording in pieces, for a page to print. */
export const piecesOf = (wording: string): readonly Piece[] =>
  // Between two of `split`’s plain parts stand the two groups above, one of them undefined.
  wording.split(marked).flatMap((text: string | undefined, at): readonly Piece[] => {
    if (text === undefined || text === '') return [];
    return at % 3 === 0 ? [{ text }] : [{ text, is: at % 3 === 1 ? 'strong' : 'date' }];
  });

/** A wording without its marks and without the date: for labels, lists, files and the database. */
export const plain = (wording: string): string =>
  piecesOf(wording)
    .flatMap(({ text, is }) => (is === 'date' ? [] : [text]))
    .join('');

/** The words in a date’s brackets before and after the date. */
export function aroundDate({ text }: Piece): readonly [string, string] {
  const [before = '', after = ''] = text.split(datePlace);
  return [before, after];
}
