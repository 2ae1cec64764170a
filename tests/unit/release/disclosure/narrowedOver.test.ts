import { describe, expect, test } from 'vitest';
import { narrowedOver } from '../../../../src/release/disclosure/narrowedOver.ts';
import type { Print } from '../../../../src/release/disclosure/readingsOf.ts';
import type { ShownCell } from '../../../../src/release/disclosure/shown.ts';

const low: ShownCell = { status: 'small_cell', bound: 'low' };
const hidden: ShownCell = { status: 'withheld' };
const x = (count: number): ShownCell => ({ status: 'published', x: count });

const print = (
  n: number,
  a: ShownCell,
  b: ShownCell,
  c: ShownCell,
  headlines: Print['headlines'] = {},
): Print => ({
  n,
  cells: { a, b, c },
  headlines,
});

describe('P11 between releases, for a reader who assumes that nobody left', () => {
  // The two hidden answers of this release are 9 together.
  const first = print(49, low, hidden, x(40));

  test('a release by itself leaves the small count open', () => {
    expect(narrowedOver([first], {})).toBe(false);
  });

  test.each([
    [
      'prints 5 where at least 5 was hidden, so that the small count was 4',
      print(62, x(5), x(5), x(52)),
      true,
    ],
    ['prints so much more that nothing follows', print(70, x(9), x(9), x(52)), false],
    ['hides the same again', print(61, low, hidden, x(52)), false],
    ['prints fewer than there were, so that somebody left', print(60, x(0), x(8), x(52)), false],
  ])('with a later one that %s', (_, later, isGiven) => {
    expect(narrowedOver([first, later], {})).toBe(isGiven);
  });

  test('the sum of a headline narrows too', () => {
    const headlines = { yes: ['a', 'b'] };
    const before = print(60, low, hidden, x(50), { yes: x(10) });
    const after = (b: number) => print(80, x(9), x(b), x(71 - b), { yes: x(9 + b) });
    expect(narrowedOver([before, after(6)], headlines)).toBe(true);
    expect(narrowedOver([before, after(9)], headlines)).toBe(false);
  });
});
