import type { BarsLayout, PlacedBar, PlacedBarRow } from '../bars/barsLayout.ts';
import { isWithheld } from '../../figures/parts.ts';

/**
 * Bars on their way from one layout to another: a bar goes from its own old place to its new one, with its range and
 * its name. Its words say from the start what it is going to. What was not there, or not shown, does not grow out of
 * nought: nought would be a claim. It stands in its new place at once.
 * @param progress from 0, where it was, to 1, where it goes
 */
export function betweenBars(from: BarsLayout, to: BarsLayout, progress: number): BarsLayout {
  if (progress >= 1) return to;
  const between = (a: number, b: number) => a + (b - a) * progress;
  const groups = to.groups.map((group) => {
    const old = from.groups.find(({ id }) => id === group.id);
    const rows = group.rows.map((row) =>
      moveRow(
        old?.rows.find(({ id }) => id === row.id),
        row,
      ),
    );
    return { ...group, rows };
  });
  return { ...to, groups, perShare: between(from.perShare, to.perShare) };

  function moveRow(old: PlacedBarRow | undefined, row: PlacedBarRow): PlacedBarRow {
    if (old === undefined) return row;
    return {
      ...row,
      lines: row.lines.map((line, i) => ({ ...line, y: between(old.lines[i]?.y ?? line.y, line.y) })),
      bars: row.bars.map((bar) =>
        moveBar(
          old.bars.find(({ side }) => side === bar.side),
          bar,
        ),
      ),
    };
  }

  function moveBar(old: PlacedBar | undefined, bar: PlacedBar): PlacedBar {
    if (old === undefined) return bar;
    const y = between(old.y, bar.y);
    if (isWithheld(bar.value) || isWithheld(old.value)) return { ...bar, y };
    const { share, lo, hi } = old.value;
    return {
      ...bar,
      y,
      value: {
        ...bar.value,
        share: between(share, bar.value.share),
        lo: between(lo, bar.value.lo),
        hi: between(hi, bar.value.hi),
      },
    };
  }
}
