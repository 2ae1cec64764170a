import fc from 'fast-check';
import { joiningBlocks, lineBreaks, pictographs, stackingMarks, stripped } from '../../src/thread/text.ts';

const pointIn = (ranges: readonly (readonly [number, number])[]) =>
  fc.oneof(...ranges.map(([min, max]) => fc.integer({ min, max })));

/**
 * PostgreSQL 15 to 17 bring Unicode 14 to 15.1, Node 24 brings 17. A mark that is newer has no class of combination
 * there and one here, so the two put it into another order: such characters are nobody’s letters yet, and left out.
 * What this finds is held against both databases.
 */
export const isOldEnough = (point: number): boolean =>
  !newMarks.some(([first, last]) => point >= first && point <= last);
const newMarks: readonly (readonly [number, number])[] = [
  [0x897, 0x897],
  [0x1acf, 0x1aff],
  [0x10d40, 0x10d8f],
  [0x10ec0, 0x10eff],
  [0x10efd, 0x10eff],
  [0x11380, 0x113ff],
  [0x11b60, 0x11b7f],
  [0x11de0, 0x11def],
  [0x11f00, 0x11f5f],
  [0x16100, 0x1613f],
  [0x16d40, 0x16d7f],
  [0x1e4d0, 0x1e4ff],
  [0x1e5d0, 0x1e5ff],
  [0x1e6c0, 0x1e6ff],
];

const point = fc
  .oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
    { weight: 3, arbitrary: pointIn(stripped) },
    { weight: 3, arbitrary: pointIn(joiningBlocks) },
    { weight: 3, arbitrary: pointIn(pictographs) },
    // Joiners, selectors, the end of a flag, a keycap; what stands before a keycap, and a flag.
    { weight: 6, arbitrary: fc.constantFrom(0x200c, 0x200d, 0xfe0e, 0xfe0f, 0xe007f, 0x20e3) },
    { weight: 2, arbitrary: fc.constantFrom(0x23, 0x31, 0x1f3f4, 0xe0067, 0xe0062) },
    { weight: 3, arbitrary: pointIn(stackingMarks) },
    { weight: 2, arbitrary: pointIn(lineBreaks) },
    { weight: 1, arbitrary: fc.constantFrom(0x20, 0x09, 0xa0, 0x3000, 0x2003) },
    { weight: 2, arbitrary: fc.integer({ min: 0xa0, max: 0x24ff }) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 0x10ffff }) },
  )
  // PostgreSQL’s JSON holds no NUL and no half of a pair; the browser strips both before they are sent.
  .filter((one) => one !== 0 && (one < 0xd800 || one > 0xdfff) && isOldEnough(one));
/** A text of what people type and of all that hides in texts, close together. */
export const anyText = fc
  .array(
    fc.oneof(
      point.map((one) => [one]),
      fc.tuple(point, fc.integer({ min: 1, max: 12 })).map(([one, n]) => Array<number>(n).fill(one)),
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => String.fromCodePoint(...parts.flat()));
