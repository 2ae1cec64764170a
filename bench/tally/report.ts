import type pg from 'pg';
import { withClient } from '../../scripts/postgresql/client.ts';
import { median, print, withRange } from '../measure/rounds.ts';
import type { Table, Target } from '../page/section.ts';
import type { Crowd } from './crowd.ts';
import type { Measured } from './measure.ts';
import { bareId } from './peers.ts';

/** What the project promises. */
const TARGET = {
  /** Times a bare pass. */
  bare: 2,
  /** Five times the rows may take six times as long; a pass that grows faster than its rows has left memory somewhere. */
  growth: { from: 1_000_000, to: 5_000_000, atMost: 6 },
} as const;

/** What was found of one size. */
export interface Sized {
  readonly crowd: Crowd;
  readonly measured: readonly Measured[];
  /** Bytes of the tables on disk. */
  readonly typed: number;
  readonly jsonb: number | null;
}

export async function bytesOnDisk(config: pg.ClientConfig, tables: readonly string[]): Promise<number> {
  return withClient(config, async (client) => {
    const { rows } = await client.query<{ bytes: number }>(
      'select sum(pg_table_size(name::regclass))::bigint as bytes from unnest($1::text[]) as name',
      [tables],
    );
    return rows[0]?.bytes ?? 0;
  });
}

const middle = ({ milliseconds }: Measured): number => median(milliseconds);
const byId = (measured: readonly Measured[], id: string | undefined) => measured.find((one) => one.id === id);

/** One size: who took how long, as a multiple of ours, in rows a second and in memory. */
export function tableOf({ crowd, measured, typed, jsonb }: Sized): Table {
  const rows = crowd.job_seeker + crowd.employer;
  const [ours] = measured;
  const disk = jsonb === null ? '' : `, ${print.megabytes(jsonb)} MB in jsonb`;
  return [
    [
      `${print.whole(crowd.job_seeker)} job seekers, ${print.whole(crowd.employer)} employers: ${print.megabytes(typed)} MB in columns${disk}`,
      'ms',
      'to ours',
      'rows a second',
      'peak MB of the backend',
    ],
    ...measured.map((one) => [
      one.name,
      withRange(one.milliseconds),
      print.ratio(ours === undefined ? Number.NaN : middle(one) / middle(ours)),
      print.whole((rows / middle(one)) * 1000),
      one.peak === null ? 'not told here' : print.megabytes(one.peak),
    ]),
  ];
}

/** Ours to the bare pass, at the largest size where both were measured. */
function toBare(found: readonly Sized[]): Target {
  const last = found.findLast(({ measured }) => byId(measured, bareId) !== undefined);
  const [ours, bare] = [last?.measured[0], last && byId(last.measured, bareId)];
  const ratio = ours === undefined || bare === undefined ? null : middle(ours) / middle(bare);
  return {
    promise: `at most ${TARGET.bare} times a bare pass that makes the same cuts`,
    found: ratio === null ? '' : `${print.ratio(ratio)} of ${print.whole(last?.crowd.job_seeker ?? 0)}`,
    holds: ratio === null ? null : ratio <= TARGET.bare,
  };
}

function grew(found: readonly Sized[]): Target {
  const { from, to, atMost } = TARGET.growth;
  const oursAt = (size: number) => found.find(({ crowd }) => crowd.job_seeker === size)?.measured[0];
  const [before, after] = [oursAt(from), oursAt(to)];
  const times = before === undefined || after === undefined ? null : middle(after) / middle(before);
  return {
    promise: `from ${print.whole(from)} to ${print.whole(to)} job seekers at most ${atMost} times as long`,
    found: times === null ? '' : print.ratio(times),
    holds: times === null ? null : times <= atMost,
  };
}

export const targetsOf = (found: readonly Sized[]): readonly Target[] => [toBare(found), grew(found)];
