import { describe, expect, test } from 'vitest';
import { byHalf, percentInTitle, shareInWords } from '../../../src/words/shareInWords.ts';
import { wilson } from '../../../src/statistics/wilson.ts';

const inWords = (x: number, n: number): string => shareInWords({ x, n }).words;

describe('A tenth is said within 2 points of it and within a tenth of the share', () => {
  test.each([
    [412, 1069, 'four in ten'], // the protocol’s: 38.5 percent
    [380, 1000, 'four in ten'],
    [379, 1000, '38%'],
    [420, 1000, 'four in ten'],
    [421, 1000, '42%'],
    [124, 1000, '12%'], // the protocol’s
    [111, 1000, 'one in ten'], // 1.1 points off, a tenth of 11.1
    [112, 1000, '11%'], // 1.2 points off, more than a tenth of 11.2
    [91, 1000, 'one in ten'],
    [90, 1000, '9%'],
    [882, 1000, 'nine in ten'],
    [925, 1000, '93%'],
  ])('%i of %i: %s', (x, n, words) => {
    expect(inWords(x, n)).toBe(words);
  });
});

describe('A quarter, a third, half, two thirds and three quarters are said within 1.5 points, and the nearest wins', () => {
  test.each([
    [250, 1000, 'a quarter'],
    [265, 1000, 'a quarter'],
    [266, 1000, '27%'],
    [319, 1000, 'a third'], // 1.4 points off; three in ten is 1.9 off
    [318, 1000, 'three in ten'], // 1.5 off against 1.8
    [316, 1000, 'three in ten'],
    [340, 1000, 'a third'],
    [485, 1000, 'half'],
    [500, 1000, 'half'],
    [516, 1000, '52%'], // too far for half, and nobody says five in ten
    [681, 1000, 'two thirds'],
    [682, 1000, 'seven in ten'],
    [735, 1000, 'three quarters'],
    [764, 1000, 'three quarters'],
    [781, 1000, 'eight in ten'],
  ])('%i of %i: %s', (x, n, words) => {
    expect(inWords(x, n)).toBe(words);
  });
});

test('all other shares are whole percents, as everywhere on the site: closed up, and without a symbol for “less”', () => {
  expect(inWords(452, 798)).toBe('57%'); // the protocol’s
  expect(percentInTitle({ x: 10, n: 40_000 })).toBe('less than 1%');
  expect(percentInTitle({ x: 39_990, n: 40_000 })).toBe('more than 99%');
});

test('“more than half” and “fewer than half” are said only where the whole range lies on that side', () => {
  const of = (x: number, n: number) => byHalf({ ...{ lo: NaN, hi: NaN }, ...wilson(x, n), x, n }).words;
  expect(of(452, 798)).toBe('more than half');
  expect(of(191, 406)).toBe('47%'); // 42 to 52
  expect(of(180, 406)).toBe('fewer than half'); // 40 to 49
  expect(of(56, 100)).toBe('56%'); // 46 to 65
  expect(of(70, 1000)).toBe('7%'); // far below half: it would say too little
});
