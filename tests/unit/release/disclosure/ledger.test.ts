import { expect, test } from 'vitest';
import { openLedger, type LedgerRow } from '../../../../src/release/disclosure/ledger.ts';

const row = (release: string, table: string, category: string): LedgerRow => ({
  release,
  table,
  category,
  population: `${table} ${category}`,
  n: 40,
  x: {},
  added: {},
  shown: true,
});

test('names that run into each other are of different rows', () => {
  const rows = [row('r1', 'E1', '0'), row('r1', 'E', '10'), row('r', '1E1', '0')];
  const ledger = openLedger(rows);
  for (const one of rows) expect(ledger.rowOf(one.release, one.table, one.category)).toBe(one);
});

test('an unknown population has no rows', () => {
  expect(openLedger([row('r1', 'E1', 'knowledge')]).ofPopulation('E1 care')).toEqual([]);
});
