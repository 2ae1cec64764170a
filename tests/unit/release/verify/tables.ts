import type { ShownCell, ShownTable } from '../../../../src/release/disclosure/shown.ts';

/** A printed count. */
export const x = (count: number): ShownCell => ({ status: 'published', x: count });
/** A printed table by industry with one group. */
export const table = (
  n: number,
  told: ShownCell,
  reason: ShownCell,
  more: Partial<ShownTable> = {},
): ShownTable => ({
  table: 'E1 job_seeker industry',
  segment: 'industry',
  vintage: '2026-12',
  carried: false,
  groups: { tech: { status: 'published', n, cells: { told, reason } } },
  asides: null,
  ...more,
});
