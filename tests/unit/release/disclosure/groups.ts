import type { Group, Partition } from '../../../../src/release/disclosure/partition.ts';

/** A group of `n` with `told` and, inside it, `reason`; `added` are new since the release named. */
export const group = (
  n: number,
  told = Math.floor(n / 2),
  reason = Math.floor(n / 4),
  added: Group['added'] = {},
): Group => ({ n, x: { told, reason }, added });

/** A table cut by field. */
export const byField = (
  categories: Readonly<Record<string, Group>>,
  rest: Group = group(0),
  more: Partial<Partition> = {},
): Partition => ({
  table: 'E1 job_seeker field4',
  side: 'job_seeker',
  segment: 'field4',
  population: 'E1 job_seeker answered',
  indicators: ['told', 'reason'],
  categories,
  rest,
  ...more,
});

/** An overall table: those who answered, and those who did not. */
export const overall = (
  answered: Group,
  rest: Group = { n: 0, x: { dk: 0 }, added: {} },
  more: Partial<Partition> = {},
): Partition => ({
  table: 'E1 job_seeker',
  side: 'job_seeker',
  segment: null,
  population: 'job_seekers',
  indicators: Object.keys(answered.x),
  categories: { answered: { ...answered, population: 'E1 job_seeker answered' } },
  rest,
  ...more,
});
