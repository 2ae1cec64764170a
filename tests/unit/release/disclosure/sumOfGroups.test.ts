import { expect, test } from 'vitest';
import { sumOfGroups } from '../../../../src/release/disclosure/sumOfGroups.ts';
import { group } from './groups.ts';

test('adds people, counts and newcomers', () => {
  const sum = sumOfGroups([group(40, 20, 10, { r1: 5, r2: 1 }), group(30, 9, 0, { r1: 4, r2: 0 })]);
  expect(sum).toEqual({ n: 70, x: { told: 29, reason: 10 }, added: { r1: 9, r2: 1 } });
});

test('leaves out what only some of them count', () => {
  const other = { n: 3, x: { told: 1, dk: 2 }, added: { r2: 1 } };
  expect(sumOfGroups([group(40, 20, 10, { r1: 5, r2: 1 }), other])).toEqual({
    n: 43,
    x: { told: 21 },
    added: { r2: 2 },
  });
});

test('of none is nobody', () => {
  expect(sumOfGroups([])).toEqual({ n: 0, x: {}, added: {} });
});
