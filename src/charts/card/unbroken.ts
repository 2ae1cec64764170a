/** A quoted answer up to here is held together; a longer one would not fit a phone’s line. */
const LONGEST_QUOTE = 24;

/**
 * The pieces of a title between which a line may break: words, and whole where breaking them misleads: a short quoted
 * answer. Joined by spaces they are the title again.
 */
export function unbroken(title: string): readonly string[] {
  const pieces = title.split(/(“[^”]*”[^ ]*)/).flatMap((piece, i) => {
    const isQuote = i % 2 === 1;
    return isQuote && piece.length <= LONGEST_QUOTE ? [piece] : piece.split(' ');
  });
  return pieces.filter((piece) => piece !== '');
}
