import { expect, it } from 'vitest';
import { cellCount, tableCells } from '../../../src/words/tableCells.ts';
import type { TableColumn } from '../../../src/words/words.ts';

const columns: readonly TableColumn[] = [
  { heading: 'Job seekers, interviewed', short: 'Job seekers', beside: ['range', 'bounds', 'base'] },
  { heading: 'Employers', beside: ['range', 'base'] },
];

it('puts beside each number its range and its base, in the order of the columns', () => {
  expect(tableCells(columns, ['53% (31)', '45–61%', '40–66%', '58', 'not asked', '', ''])).toEqual([
    { name: 'Job seekers', number: '53% (31)', beside: ['45–61%', 'bounds 40–66%', 'n = 58'] },
    { name: 'Employers', number: 'not asked', beside: [] },
  ]);
});

it('keeps the words of a base that is no number', () => {
  expect(tableCells([{ heading: 'All', beside: ['base'] }], ['8', 'fewer than 10'])[0]?.beside).toEqual([
    'fewer than 10',
  ]);
});

it('refuses a row that lacks a cell, which would put a range beside another number', () => {
  expect(cellCount(columns)).toBe(7);
  expect(() => tableCells(columns, ['53% (31)', '45–61%', '58', 'not asked', '', ''])).toThrow(
    'A row has 6 cells and its table 7.',
  );
});
