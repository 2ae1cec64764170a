import { inflateSync } from 'node:zlib';
import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { qrCode } from '../../../../src/charts/slides/qrCode.ts';
import { renderSlides } from '../../../../src/charts/slides/renderSlides.ts';
import { bothSides, howWeKnow } from '../../../../src/charts/slides/textOfSlides.ts';
import { chartIds, figureOf } from '../../../../src/figures/estimates/figureOf.ts';
import { sampleMark } from '../../../../src/figures/standardNote.ts';
import { described } from '../../../examples/figureParts.ts';
import { sampleSource } from '../../../examples/sampleSource.ts';

const addressOf = (id: string) => `https://nobutwhy.example/charts/${id}/?from=shared`;
const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

test.each(chartIds)('the slides of %s are five pages, under 400 kB, and the same bytes twice', (id) => {
  const figure = described(figureOf(id, sampleSource));
  const pdf = renderSlides(figure, addressOf(id));
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(pagesIn(pdf)).toBe(5);
  expect(pdf.length).toBeLessThan(400_000);
  expect(renderSlides(figure, addressOf(id)).equals(pdf)).toBe(true);
});

/** What a PDF says about its glyphs: which letter each is (PDF 32000-1, 9.10.3). */
const glyphsIn = (pdf: Buffer): string =>
  [...pdf.toString('latin1').matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)]
    .map(({ index, 0: start }) =>
      inflateSync(pdf.subarray(index + start.length, pdf.indexOf('endstream', index))).toString('latin1'),
    )
    .filter((stream) => stream.includes('begincmap'))
    .join();

test.each(chartIds)('every word in the slides of %s can be copied and searched for, ligatures too', (id) => {
  const glyphs = glyphsIn(renderSlides(described(figureOf(id, sampleSource)), addressOf(id)));
  expect(glyphs).toMatch(/<[0-9A-F]+> <00[2-7][0-9A-F]>/);
  expect(glyphs.match(/<[0-9A-F]+> <0000>/g) ?? []).toEqual([]);
});

/** The objects of a PDF by their numbers: what each says of itself, and its stream. */
function objectsIn(pdf: Buffer): ReadonlyMap<string, { readonly head: string; readonly stream: string }> {
  const text = pdf.toString('latin1');
  return new Map(
    [...text.matchAll(/(\d+) 0 obj\s*(<<.*?>>)\s*(?:endobj|stream\r?\n)/gs)].map(
      ({ index, 0: start, 1: number = '', 2: head = '' }) => {
        const from = index + start.length;
        const bytes = pdf.subarray(from, from + Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0));
        const stream = (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
        return [number, { head, stream }] as const;
      },
    ),
  );
}

/** The words of each page, as a reader of PDF finds them: by the letters that each font says its glyphs are. */
function wordsOfPages(pdf: Buffer): readonly string[] {
  const objects = objectsIn(pdf);
  const object = (number = '') => objects.get(number) ?? { head: '', stream: '' };
  const lettersOf = (font: string): ReadonlyMap<number, string> => {
    const map = object(/\/ToUnicode (\d+)/.exec(object(font).head)?.[1]).stream;
    const letters = (hex = '') => Buffer.from(hex, 'hex').swap16().toString('utf16le');
    const single = [...map.matchAll(/^<(\w\w)> <(\w{4,})>$/gm)].map(
      ([, glyph = '', hex]) => [parseInt(glyph, 16), letters(hex)] as const,
    );
    const ranges = [...map.matchAll(/^<(\w\w)> <(\w\w)> <(\w{4})>$/gm)].flatMap(
      ([, first = '', last = '', hex = '']) =>
        Array.from(
          { length: parseInt(last, 16) - parseInt(first, 16) + 1 },
          (_, i) => [parseInt(first, 16) + i, String.fromCharCode(parseInt(hex, 16) + i)] as const,
        ),
    );
    return new Map([...single, ...ranges]);
  };
  const wordsIn = (stream: string): string => {
    let letters: ReadonlyMap<number, string> = new Map();
    const pieces = [...stream.matchAll(/^BT$|\/F(\d+) [\d.]+ Tf|<(\w\w)> Tj/gm)].map(([, font, glyph]) => {
      if (font !== undefined) letters = lettersOf(font);
      return glyph === undefined ? '\n' : (letters.get(parseInt(glyph, 16)) ?? '?');
    });
    return pieces.join('');
  };
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) =>
      [/\/Contents (\d+)/, /\/XObject <<\/X\d+ (\d+)/]
        .map((where) => wordsIn(object(where.exec(head)?.[1]).stream))
        .join('\n'),
    );
}

test.each(chartIds)('every page of the slides of %s says that the data are made up', (id) => {
  const pages = wordsOfPages(renderSlides(described(figureOf(id, sampleSource)), addressOf(id)));
  expect(pages).toHaveLength(5);
  for (const [i, words] of pages.entries()) expect(words, `page ${i + 1}`).toContain(sampleMark);
});

test('the last page leads to the figure for who cannot scan what they read on', () => {
  const address = addressOf('promise');
  const pdf = renderSlides(described(figureOf('promise', sampleSource)), address).toString('latin1');
  expect([...pdf.matchAll(/\/URI \(([^)]*)\)/g)].map(([, to]) => to)).toEqual([address]);
});

test('how we know has the counts, a range, how many answers there are, and the release', () => {
  const text = JSON.stringify(howWeKnow(described(figureOf('explanation-ladder', sampleSource))));
  expect(text).toContain('394 of 503 job seekers here, range 75–82%');
  expect(text).toContain('n = 503 and 341');
  expect(text).toContain('Release “sample”');
});

test('both sides are there, with every comparison, whatever came of it', () => {
  const { title, paragraphs } = bothSides(described(figureOf('promise', sampleSource)));
  expect(title).toBe('Both sides');
  expect(paragraphs.map(({ heading }) => heading)).toEqual(
    expect.arrayContaining(['We asked job seekers', 'We asked employers', 'Set side by side']),
  );
  const compared = paragraphs.filter(({ text }) => text.includes('A difference of'));
  expect(compared.map(({ text }) => /(not clear|clear)\.$/.exec(text)?.[1])).toEqual(
    expect.arrayContaining(['clear', 'not clear']),
  );
});

describe('a QR code', () => {
  /** As a camera would see it: squares of six pixels with four light ones around. */
  function photographed(address: string) {
    const squares = qrCode(address);
    const [edge, side] = [3, 6];
    const size = (squares.length + 2 * edge) * side;
    const data = new Uint8Array(size * size * 4).fill(255);
    for (const [y, row] of squares.entries())
      for (const [x, dark] of row.entries())
        if (dark)
          for (let i = 0; i < side * side; i += 1) {
            const at = ((y + edge) * side + Math.floor(i / side)) * size + (x + edge) * side + (i % side);
            data.fill(0, at * 4, at * 4 + 3);
          }
    return { width: size, height: size, data };
  }

  test.each(chartIds)('leads to the page of %s and says that it was passed on', (id) => {
    expect(decodeQR(photographed(addressOf(id)))).toBe(addressOf(id));
  });
});
