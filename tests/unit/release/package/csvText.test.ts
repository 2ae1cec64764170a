import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText, plainPunctuation } from '../../../../src/release/package/csvText.ts';

test('whatever text is written is read back by a strict parser, its punctuation plain', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string()), { minLength: 1 }), (lines) => {
      const read: string[][] = parse(csvText(['a', 'b'], lines), { record_delimiter: '\n' });
      expect(read).toEqual([['a', 'b'], ...lines.map((line) => line.map(plainPunctuation))]);
    }),
  );
});

test('whole numbers are printed as they are, others to six decimals, nothing as nothing', () => {
  expect(csvText(['a', 'b', 'c', 'd', 'e'], [[1200, 1 / 3, null, true, 'x,"y"']])).toBe(
    'a,b,c,d,e\n1200,0.333333,,true,"x,""y"""\n',
  );
});

test.each(['\r', '\n', ',', '"'])('a field with %j in it is quoted (RFC 4180)', (mark) => {
  expect(csvText(['a'], [[`x${mark}y`]])).toBe(`a\n"x${mark === '"' ? '""' : mark}y"\n`);
});

test('a line of another length is refused', () => {
  expect(() => csvText(['a', 'b'], [['1', '2'], ['1']])).toThrow(
    'Line 3 of a CSV file has 1 fields and not 2.',
  );
});

test('punctuation is ASCII, and letters are as they were', () => {
  expect(plainPunctuation('“Nobody’s” – 5 ≤ n…')).toBe('"Nobody\'s" - 5 <= n...');
  expect(plainPunctuation('Zoë, naïve: §')).toBe('Zoë, naïve: §');
});
