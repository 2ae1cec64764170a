import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fontFaces } from '../../scripts/build/fontFaces.ts';

const face = { family: 'Face', style: 'normal', file: 'face/files/face.woff2', weights: 400 } as const;

/** How many of the faces a browser would ask for a character. */
const askedFor = (css: string, character: string): number =>
  [...css.matchAll(/unicode-range: ([^;]+);/g)].filter(([, ranges = '']) =>
    ranges.split(', ').some((range) => {
      const [first = 0, last = first] = range
        .slice(2)
        .split('-')
        .map((code) => Number.parseInt(code, 16));
      const code = character.codePointAt(0) ?? -1;
      return code >= first && code <= last;
    }),
  ).length;

const wholeOf = (css: string): string => /fontsource[^}]*/.exec(css)?.[0] ?? '';

test('a character belongs to one face, and to the cut one where that has it', () => {
  const latin = fc.integer({ min: 0xbe, max: 0x155 }).map((code) => String.fromCodePoint(code));
  fc.assert(
    fc.property(fc.array(latin), latin, (cut, character) => {
      const css = fontFaces([face], cut.join(''));
      expect(askedFor(css, character)).toBe(1);
      if (cut.includes(character)) expect(askedFor(wholeOf(css), character)).toBe(0);
    }),
  );
});

test('a letter that the cut face lacks comes from the whole one, and what is not Latin from neither', () => {
  const css = wholeOf(fontFaces([face], 'é'));
  expect(['ö', 'Œ', 'é', '×', 'a', '→', 'ł'].map((character) => askedFor(css, character))).toEqual([
    1, 1, 0, 0, 0, 0, 0,
  ]);
});
