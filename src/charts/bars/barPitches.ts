import type { Bars } from '../../figures/barsFigure.ts';
import type { Frame } from '../canvas/drawing.ts';
import type { Size } from '../canvas/size.ts';

/** In pixels: from bar to bar, between rows, how thick a bar is, and the room under a heading. */
export interface Pitches {
  readonly bar: number;
  readonly gap: number;
  readonly thick: number;
  readonly head: number;
}

/** Whether rows have a bar for each side. */
export const isPaired = (groups: Bars['groups']): boolean =>
  groups.some(({ rows }) => rows.some(({ bars }) => bars.length > 1));

/** How far apart bars and rows stand; a card closes up as far as its type allows. */
export function pitchesOf({ groups }: Bars, size: Size, frame: Frame): Pitches {
  const u = size.unit;
  const pair = isPaired(groups);
  const usual = {
    bar: (pair ? 18 : 20) * u,
    gap: (pair ? 10 : 12) * u,
    thick: (pair ? 13 : 18) * u,
    head: 12 * u,
  };
  if (frame.height === undefined) return usual;
  const bars = pair ? 2 : 1;
  const eachOf = (some: Bars['groups']) => {
    const rows = some.reduce((sum, group) => sum + group.rows.length, 0);
    const words = some.length * (size.heading + usual.head) + (some.length - 1) * 26 * u;
    return ((frame.height ?? 0) - words) / Math.max(1, rows);
  };
  const least = bars * size.value * 1.02 + 3;
  const most = 1.7;
  const together = eachOf(groups);
  const each = together >= least ? together : eachOf(groups.slice(0, 1));
  // Where rows are few their bars take the room: a feed shows a card at half its size.
  const bar = Math.max(size.value * 1.02, Math.min(usual.bar * most, (each - 3) / bars));
  const gap = Math.max(3, Math.min(usual.gap * most, each - bars * bar));
  return { bar, gap, thick: Math.min(usual.thick * most, bar - 3), head: usual.head };
}

/** Rows as close as their type allows. */
export function tightest({ groups }: Bars, { value, unit }: Size): Pitches {
  const bar = value * 1.02;
  return { bar, gap: 3, thick: Math.min((isPaired(groups) ? 13 : 18) * unit, bar - 3), head: 12 * unit };
}
