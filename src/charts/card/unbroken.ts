/** Up to here a quoted answer is held together; a longer one would not fit a phone’s line. */
const LONGEST = 24;

/** A quoted answer, or how many of how many, with what stands closely around it. */
const HELD = /(“[^”]*”[^ ]*|\(?[\d,]+ of [\d,]+[^ ]*)/;

/**
 * The pieces of a title between which a line may break: words, and whole where breaking them misleads: a short quoted
 * answer, and a count with what it is out of. Joined by spaces they are the title again.
 */
export function unbroken(title: string): readonly string[] {
  const pieces = title.split(HELD).flatMap((piece, i) => {
    const isHeld = i % 2 === 1;
    return isHeld && piece.length <= LONGEST ? [piece] : piece.split(' ');
  });
  return pieces.filter((piece) => piece !== '');
}
