import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ladder } from '../../../../src/figures/ladderFigure.ts';
import { ladderLayout } from '../../../../src/charts/stacks/ladderLayout.ts';
import { card, narrow, wide } from '../../../../src/charts/canvas/size.ts';
import { light } from '../../../../src/charts/canvas/theme.ts';
import { wilson } from '../../../../src/statistics/wilson.ts';
import { figures } from '../../../examples/figures.ts';

/** About as wide as the real type; only that names have a width matters here. */
const measure = (text: string, font: string) => text.length * 0.5 * Number(/([\d.]+)px/.exec(font)?.[1]);

function withCounts(counts: readonly number[]): Ladder {
  const n = counts.reduce((sum, x) => sum + x, 0);
  const series = figures.ladder.usual.series.flatMap((one) => {
    if ('withheld' in one) return [];
    const parts = one.parts.map((part, i) => ({ ...part, ...wilson(counts[i] ?? 0, n) }));
    return [{ ...one, n, parts }];
  });
  return { ...figures.ladder.usual, series };
}

const counts = fc
  .array(fc.integer({ min: 0, max: 200 }), { minLength: 5, maxLength: 5 })
  .filter((all) => all.reduce((sum, x) => sum + x, 0) >= 30);

describe('ladderLayout', () => {
  it.each([wide, narrow, card])('lets no two names meet, and keeps them inside, $id', (size) => {
    fc.assert(
      fc.property(counts, (chosen) => {
        const { rows } = ladderLayout(
          withCounts(chosen),
          { left: 0, top: 0 },
          { size, colour: light, measure },
        );
        const names = (rows[0]?.names ?? []).map(({ text, x, tick, align, level }) => {
          const width = measure(text, `${size.label}px`);
          const from = align === 'right' ? x - width : x;
          return { from, to: from + width, tick, level, align };
        });
        for (const [i, a] of names.entries()) {
          expect(a.from).toBeGreaterThanOrEqual(-0.01);
          expect(a.to).toBeLessThanOrEqual(size.width + 0.01);
          for (const b of names.slice(i + 1)) {
            if (a.level === b.level) expect(a.to <= b.from || b.to <= a.from).toBe(true);
            // The tick of a raised name goes down past the names under it, but for one pushed back from the right edge.
            const [upper, under] = a.level > b.level ? [a, b] : [b, a];
            if (upper.level > under.level && a.align === 'left' && b.align === 'left')
              expect(upper.tick < under.from || upper.tick > under.to).toBe(true);
          }
        }
      }),
    );
  });

  it('writes each number inside its part, or beside the bar, never nowhere', () => {
    fc.assert(
      fc.property(counts, (chosen) => {
        const { rows } = ladderLayout(
          withCounts(chosen),
          { left: 0, top: 0 },
          { size: narrow, colour: light, measure },
        );
        for (const { parts, leftOut } of rows) {
          for (const { textX, textWidth, x, width, name } of parts) {
            if (textX === undefined) expect(leftOut.join(' ').toLowerCase()).toContain(name.toLowerCase());
            else expect(textX >= x && textX + textWidth <= x + width).toBe(true);
          }
        }
      }),
    );
  });
});
