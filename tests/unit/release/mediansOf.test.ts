import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cell } from '../../../src/release/cells.ts';
import type { ShownCell } from '../../../src/release/disclosure/shown.ts';
import { MINIMUM_CELL } from '../../../src/release/disclosure/thresholds.ts';
import { mediansOf } from '../../../src/release/mediansOf.ts';
import { median } from '../../../src/statistics/median.ts';
import { is } from '../../../src/survey/condition.ts';

const classes = ['a', 'b', 'c', 'd', 'e', 'f'].map((code) => cell(code, code, is('s_hours', code)));

const printed = (counts: readonly number[], isHidden: (x: number, i: number) => boolean) => ({
  status: 'published' as const,
  n_answered: counts.reduce((sum, x) => sum + x, 0),
  cells: Object.fromEntries(
    counts.map((x, i): readonly [string, ShownCell] => {
      if (!isHidden(x, i)) return [classes[i]?.code ?? '', { status: 'published', x }];
      const isFew = x > 0 && x < MINIMUM_CELL;
      return [
        classes[i]?.code ?? '',
        isFew ? { status: 'small_cell', bound: 'low' } : { status: 'withheld' },
      ];
    }),
  ),
  headlines: {},
  unsaid: 0,
});

test('is one where it does not depend on the hidden counts, which are one to four', () => {
  // The sample’s screened: 4 more in the first class are 29 of 59, so that the middle is in the third wherever they are.
  const found = mediansOf(
    printed([3, 25, 24, 5, 2, 0], (x, i) => x < 6 && i !== 5),
    classes,
  );
  expect([found?.lowest.value.code, found?.highest.value.code]).toEqual(['c', 'c']);
});

test('lies between the two, with its range, whatever the hidden counts are', () => {
  const counts = fc.array(fc.nat({ max: 12 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(counts, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (all, also) => {
      const found = mediansOf(
        printed(all, (x, i) => (x > 0 && x < MINIMUM_CELL) || also[i] === true),
        classes,
      );
      const exact = median(classes.map((value, i) => ({ value, n: all[i] ?? 0 })));
      if (exact === null) return;
      const at = (one = classes[0]) => classes.findIndex(({ code }) => code === one?.code);
      expect(at(found?.lowest.value)).toBeLessThanOrEqual(at(exact.value));
      expect(at(found?.highest.value)).toBeGreaterThanOrEqual(at(exact.value));
      if (exact.range === null) return;
      expect(at(found?.lowest.range?.lo)).toBeLessThanOrEqual(at(exact.range.lo));
      expect(at(found?.highest.range?.hi)).toBeGreaterThanOrEqual(at(exact.range.hi));
    }),
    { numRuns: 500 },
  );
});
