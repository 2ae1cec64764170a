import { type Pen, writeLabel } from '../canvas/label.ts';
import { strokeLines, type Line } from '../marks/strokes.ts';
import type { PartName } from './placeNames.ts';

/** Writes the names of parts above their bar, each with a tick down to it. */
export function paintNames(
  ctx: CanvasRenderingContext2D,
  names: readonly PartName[],
  barTop: number,
  { size, colour }: Pen,
): void {
  const ticks = names.map(({ tick, level }): Line => [
    tick + 0.5,
    barTop - (6 + 17 * level) * size.unit,
    tick + 0.5,
    barTop - 2,
  ]);
  strokeLines(ctx, { stroke: colour['ink-2'] }, ticks);
  // Two slivers at the right end have their names over each other: there a tick stops for the name it passes.
  const raised = names.some(({ level }) => level > 0);
  for (const { text, x, align, level } of names) {
    const y = barTop - (10 + 17 * level) * size.unit;
    const runs = [{ text, colour: colour['ink-2'] }];
    writeLabel(ctx, { x, y, size: size.label, align, ...(raised && { halo: colour.paper }), runs });
  }
}
