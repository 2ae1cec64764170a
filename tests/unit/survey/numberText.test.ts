import { describe, expect, test } from 'vitest';
import { readNumber } from '../../../src/survey/numberText.ts';

const hours = { min: 0, max: 500, unit: 'hours' };
const read = (text: string) => readNumber(text, hours);

describe('A number as people type it', () => {
  test.each([
    ['12', 12],
    [' 12 ', 12],
    ['0', 0],
    ['-0', 0],
    ['007', 7],
    ['500', 500],
    ['12 hours', 12],
    ['1 hour', 1],
    ['12h', 12],
    ['12 hrs.', 12],
    ['about 12', 12],
    ['~ 12 hours', 12],
    ['ca. 40', 40],
    ['12.0', 12],
    ['１２', 12],
    ['１２\u3000hours', 12],
    ['\u00a012', 12],
    ['\u0661\u0662', 12], // Arabic
    ['\u06f1\u06f2 hours', 12], // Persian
    ['about \u0967\u0968', 12], // Hindi
    ['\u09e6\u09ef', 9], // Bengali
  ])('“%s” is read as %i', (text, number) => {
    expect(read(text)).toEqual({ number });
  });

  test('a digit of any script is read as what it is, in what Unicode calls its decimal digits', () => {
    let read = 0;
    for (let point = 0x80; point <= 0x1ffff; point += 1) {
      const digit = String.fromCodePoint(point);
      if (!/\p{Nd}/u.test(digit)) continue;
      // Each script has its ten in one row, and a set begins where the one before it is complete.
      expect(readNumber(`1${digit}`, hours), point.toString(16)).toEqual({ number: 10 + (read % 10) });
      read += 1;
    }
    expect(read % 10).toBe(0);
  });

  test.each(['', '   ', '\u3000'])('“%s” is no answer', (text) => {
    expect(read(text)).toBe('nothing');
  });

  test.each([
    ['10-15', '“10-15” is a range. Write one whole number; the middle is fine, so 12 or 13.'],
    ['10 – 20 hours', '“10 – 20 hours” is a range. Write one whole number; the middle is fine, so 15.'],
    ['10 to 15', '“10 to 15” is a range. Write one whole number; the middle is fine, so 12 or 13.'],
    ['400-600', '“400-600” is a range. Write one whole number from 0 to 500.'],
    ['ten', '“ten” is not in figures. Write one whole number from 0 to 500.'],
    ['1.5', '“1.5” is not a whole number. Write 1 or 2.'],
    ['1,5', '“1,5” is not a whole number. Write 1 or 2.'],
    ['0.5 hours', '“0.5 hours” is not a whole number. Write 0 or 1.'],
    ['500.5', '“500.5” is not a whole number. Write 500.'],
    ['1,000', '“1,000” is more than 500. Write one whole number from 0 to 500.'],
    ['1 000', '“1 000” is more than 500. Write one whole number from 0 to 500.'],
    ['501', '“501” is more than 500. Write one whole number from 0 to 500.'],
    ['-5', '“-5” is less than 0. Write one whole number from 0 to 500.'],
    ['3 days', '“3 days” is not in hours. Write one whole number from 0 to 500.'],
    ['1e3', '“1e3” is not one whole number. Write one whole number from 0 to 500.'],
    ['12+', '“12+” is not one whole number. Write one whole number from 0 to 500.'],
    ['12 30', '“12 30” is not one whole number. Write one whole number from 0 to 500.'],
  ])('“%s” gets a sentence that says what to write', (text, sentence) => {
    expect(read(text)).toEqual({ sentence });
  });

  test('a long text is quoted in part', () => {
    const answer = read('I really could not say how long it took me');
    expect(answer).toEqual({
      sentence: '“I really could not s…” is not in figures. Write one whole number from 0 to 500.',
    });
  });
});
