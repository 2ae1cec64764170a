import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { narrowedOver } from '../../../../src/release/disclosure/narrowedOver.ts';
import type { Partition } from '../../../../src/release/disclosure/partition.ts';
import type { Print } from '../../../../src/release/disclosure/readingsOf.ts';
import type { ShownCell } from '../../../../src/release/disclosure/shown.ts';
import { smallCounts } from '../../../../src/release/disclosure/smallCounts.ts';

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

// The two hidden answers of this release are 9 together.
const first = print(49, low, hidden, x(40));

describe('P11 between releases, where nobody is seen to have left', () => {
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

  test('a third release tells what two leave open', () => {
    const second = print(60, low, hidden, x(50));
    expect(narrowedOver([first, second], {})).toBe(false);
    // At most six of those ten are b, so that four are a.
    expect(narrowedOver([first, second, print(80, x(9), x(6), x(65))], {})).toBe(true);
  });
});

describe('P11 between releases, where somebody is seen to have left', () => {
  test.each([
    ['one of the others, and not of the small answer', print(49, x(5), x(5), x(39)), true],
    [
      'one of the others, while more came than the small answer could hide',
      print(53, x(5), x(9), x(39)),
      false,
    ],
    ['the small answer, at the least one', print(60, x(0), x(8), x(52)), true],
  ])('%s', (_, later, isGiven) => {
    expect(narrowedOver([first, later], {})).toBe(isGiven);
  });
});

const answers = ['a', 'b', 'c', 'd'] as const;
type Table = readonly [number, number, number, number];

/** Every table that could be printed so. */
function readings({ n, cells }: Print): readonly Table[] {
  const values = (code: string): readonly number[] => {
    const cell = cells[code];
    if (cell?.status === 'published') return [cell.x];
    return cell?.status === 'small_cell' ? [1, 2, 3, 4] : Array.from({ length: n }, (_, i) => i + 5);
  };
  const last = new Set(values('d'));
  return values('a').flatMap((a) =>
    values('b').flatMap((b) =>
      values('c').flatMap((c): Table[] => (last.has(n - a - b - c) ? [[a, b, c, n - a - b - c]] : [])),
    ),
  );
}

const lost = (one: Table, other: Table): number =>
  one.reduce((sum, count, i) => sum + Math.max(0, count - (other[i] ?? 0)), 0);

/** Whether some small count is the same in every two tables that are printed so and have lost as few people as any two. */
function isFixed(prints: readonly [Print, Print]): boolean {
  let fewest = Infinity;
  let pairs: (readonly [Table, Table])[] = [];
  const after = readings(prints[1]);
  for (const one of readings(prints[0]))
    for (const other of after) {
      const left = lost(one, other);
      if (left > fewest) continue;
      pairs = left < fewest ? [[one, other]] : [...pairs, [one, other]];
      fewest = left;
    }
  return prints.some(({ cells }, release) =>
    answers.some(
      (code, i) =>
        cells[code]?.status === 'small_cell' && new Set(pairs.map((pair) => pair[release]?.[i])).size === 1,
    ),
  );
}

function printOf(counts: Table): Print | null {
  const n = counts.reduce((sum, one) => sum + one, 0);
  const answered = { n, x: Object.fromEntries(answers.map((code, i) => [code, counts[i] ?? 0])), added: {} };
  const partition: Partition = {
    table: 'E1 job_seeker',
    side: 'job_seeker',
    segment: null,
    population: 'answered',
    indicators: answers,
    categories: { answered },
    rest: { n: 0, x: {}, added: {} },
  };
  const made = smallCounts(partition, 'answered');
  return made && { n, ...made };
}

test('a count is found to be given away exactly where no other fits, by trying all', () => {
  const few = fc.integer({ min: 0, max: 9 });
  const table = fc.tuple(few, few, few, fc.integer({ min: 30, max: 34 }));
  const moved = fc.integer({ min: -1, max: 4 });
  const seen = { given: 0, open: 0 };
  fc.assert(
    fc.property(table, fc.tuple(moved, moved, moved, moved), ([a, b, c, d], [ofA, ofB, ofC, ofD]) => {
      const later: Table = [Math.max(0, a + ofA), Math.max(0, b + ofB), Math.max(0, c + ofC), d + ofD];
      const [before, after] = [printOf([a, b, c, d]), printOf(later)];
      if (before === null || after === null) return;
      const isGiven = isFixed([before, after]);
      seen[isGiven ? 'given' : 'open'] += 1;
      expect(narrowedOver([before, after], {})).toBe(isGiven);
    }),
    {
      numRuns: 500,
      // Four of the eight who are hidden must have left; who looks at one answer after the other finds fewer.
      examples: [
        [
          [0, 2, 6, 30],
          [0, -2, -2, 0],
        ],
      ],
    },
  );
  expect(Math.min(seen.given, seen.open)).toBeGreaterThan(0);
});
