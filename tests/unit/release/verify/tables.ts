import type { ShownCell, ShownTable } from '../../../../src/release/disclosure/shown.ts';

/** A printed count. */
export const x = (count: number): ShownCell => ({ status: 'published', x: count });
/** A printed table by field with one group. */
export const table = (
  n: number,
  told: ShownCell,
  reason: ShownCell,
  more: Partial<ShownTable> = {},
): ShownTable => ({
  table: 'E1 job_seeker field4',
  segment: 'field4',
  vintage: '2026-12',
  carried: false,
  groups: { knowledge: { status: 'published', n, cells: { told, reason } } },
  rest: null,
  ...more,
});
