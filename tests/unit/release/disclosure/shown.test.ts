import { expect, test } from 'vitest';
import { shownTable, type ShownCell } from '../../../../src/release/disclosure/shown.ts';

const withCell = (cell: unknown) => ({
  table: 'E1 job_seeker field4',
  segment: 'field4',
  vintage: '2026-12',
  carried: false,
  groups: { knowledge: { status: 'published', n: 40, cells: { told: cell } } },
  rest: null,
});

test.each<ShownCell>([
  { status: 'published', x: 12 },
  { status: 'small_cell', bound: 'low' },
  { status: 'small_cell', bound: 'high' },
  { status: 'withheld' },
])('%o can be printed of a count', (cell) => {
  expect(shownTable.parse(withCell(cell))).toEqual(withCell(cell));
});

test.each([
  { status: 'withheld', x: 3 },
  { status: 'small_cell', bound: 'low', x: 3 },
  { status: 'small_cell', bound: '' },
  { status: '' },
  { status: 'published', x: -1 },
])('%o cannot: what is hidden carries no number, and says which way it is hidden', (cell) => {
  expect(shownTable.safeParse(withCell(cell)).success).toBe(false);
});

test.each([
  [{ status: 'small_base' }, true],
  [{ status: 'withheld' }, true],
  [{ status: 'withheld', n: 12 }, false],
  [{ status: 'small_base', n: 12 }, false],
  [{ status: '' }, false],
])('%o of a whole group: %s, for a hidden one carries no number either', (knowledge, isAllowed) => {
  expect(shownTable.safeParse({ ...withCell({ status: 'withheld' }), groups: { knowledge } }).success).toBe(
    isAllowed,
  );
});
