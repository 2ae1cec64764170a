import { expect, test } from 'vitest';
import { participation, type Chain } from '../../../src/release/chain.ts';

const chain: Chain = {
  vintage: 'sample',
  included: 1043,
  left_out: 50,
  screened_out: 107,
};

test('adds up from the counted to the eligible to all who came', () => {
  expect(participation(chain)).toEqual({ n_came: 1200, n_eligible: 1093, n_included: 1043 });
});

test.each(['included', 'left_out', 'screened_out'] as const)(
  'gives no sum while %s is not printed',
  (part) => {
    expect(participation({ ...chain, [part]: null })).toBeNull();
  },
);
