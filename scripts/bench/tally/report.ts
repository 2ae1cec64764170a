import type pg from 'pg';
import { PlainError } from '../../server/PlainError.ts';
import { withClient } from '../../postgresql/client.ts';
import { alignedTable } from '../alignedTable.ts';
import type { Crowd } from './crowd.ts';
import type { Measured } from './measure.ts';
import { jsonbTable, sides } from './tables.ts';

const number = new Intl.NumberFormat('en-GB');
const ratio = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const grouped = (value: number): string => number.format(Math.round(value));
export const megabytes = (bytes: number): string => `${ratio.format(bytes / 2 ** 20)} MB`;

async function bytesOnDisk(config: pg.ClientConfig, tables: readonly string[]): Promise<number> {
  return withClient(config, async (client) => {
    const { rows } = await client.query<{ bytes: number }>(
      'select sum(pg_table_size(name::regclass))::bigint as bytes from unnest($1::text[]) as name',
      [tables],
    );
    return rows[0]?.bytes ?? 0;
  });
}

/** One size: who took how long, as a multiple of ours, in rows a second and in memory. */
export async function reportSize(
  config: pg.ClientConfig,
  crowd: Crowd,
  measured: readonly Measured[],
): Promise<void> {
  const rows = crowd.job_seeker + crowd.employer;
  const ours = measured[0]?.milliseconds ?? Number.NaN;
  const typed = await bytesOnDisk(
    config,
    sides.map((side) => `private.${side}`),
  );
  const jsonb = await bytesOnDisk(config, sides.map(jsonbTable));
  console.log(
    `\n${grouped(crowd.job_seeker)} job seekers and ${grouped(crowd.employer)} employers: ${megabytes(typed)} in columns, ${megabytes(jsonb)} in jsonb`,
  );
  console.log(
    alignedTable([
      ['', 'ms', 'to ours', 'rows a second', 'peak of the backend'],
      ...measured.map(({ name, milliseconds, runs, backend }) => [
        runs === 1 ? `${name} (one run)` : name,
        grouped(milliseconds),
        ratio.format(milliseconds / ours),
        grouped((rows / milliseconds) * 1000),
        backend === null ? 'not told here' : megabytes(backend.peak),
      ]),
    ]),
  );
}

/** Five times the rows may take six times as long; a pass that grows faster than its rows has left memory somewhere. */
const GROWTH = { from: 1_000_000, to: 5_000_000, atMost: 6 };

/**
 * How each peer grew from a million to five, when both were measured: in time, which a busy machine stretches, and in
 * processor time, which it does not. The target is held to the latter where the system tells it.
 * @throws {PlainError} when ours grew by more than the target
 */
export function reportGrowth(
  found: readonly { readonly jobSeekers: number; readonly measured: readonly Measured[] }[],
): void {
  const at = (size: number) => found.find(({ jobSeekers }) => jobSeekers === size)?.measured;
  const [before, after] = [at(GROWTH.from), at(GROWTH.to)];
  if (before === undefined || after === undefined) return;
  const growth = after.flatMap(({ id, name, milliseconds, backend }) => {
    const then = before.find((one) => one.id === id);
    if (then === undefined) return [];
    const processor = backend && then.backend ? backend.processor / then.backend.processor : null;
    return [{ name, time: milliseconds / then.milliseconds, processor }];
  });
  console.log(
    `\nFrom ${grouped(GROWTH.from)} to ${grouped(GROWTH.to)} job seekers, times as much (at most ${GROWTH.atMost}):`,
  );
  console.log(
    alignedTable([
      ['', 'time', 'processor time'],
      ...growth.map(({ name, time, processor }) => [
        name,
        ratio.format(time),
        processor === null ? 'not told here' : ratio.format(processor),
      ]),
    ]),
  );
  const ours = growth[0]?.processor ?? growth[0]?.time ?? Number.NaN;
  if (!(ours <= GROWTH.atMost))
    throw new PlainError(
      `Ours takes ${ratio.format(ours)} times as long; the target is ${GROWTH.atMost} at most.`,
    );
}
