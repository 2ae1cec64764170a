import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import type { Tally } from '../../../src/release/tally.ts';
import { inSession } from '../../postgresql/session.ts';
import { median } from '../median.ts';
import type { Peer } from './peers.ts';

export interface Measured {
  readonly name: string;
  /** Median of the runs. */
  readonly milliseconds: number;
  readonly runs: number;
  /** The most memory the database’s own process for this peer ever had, buffers shared with others included; null where the system does not tell. */
  readonly peakBytes: number | null;
}

const RUNS = 3;
/** A peer that takes longer is asked once: by then the answer is clear. */
const PATIENCE = 60_000;

/** https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
async function peakOf(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  if (process.platform !== 'linux') return null;
  const status = readFileSync(`/proc/${rows[0]?.pid ?? ''}/status`, 'utf8');
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

async function measureOne(client: pg.Client, { name, count }: Peer) {
  const times: number[] = [];
  let counted: Tally | null = null;
  while (times.length < RUNS && (times[0] ?? 0) < PATIENCE) {
    const start = performance.now();
    counted = await count(client);
    times.push(performance.now() - start);
  }
  const measured = { name, milliseconds: median(times), runs: times.length, peakBytes: await peakOf(client) };
  return { measured, counted };
}

/**
 * Lets each peer count in a session of its own, one after another.
 * @throws Error when two that count the same do not come to the same numbers
 */
export async function measure(
  session: pg.ClientConfig,
  peers: readonly Peer[],
): Promise<{ measured: readonly Measured[]; ours: Tally }> {
  const measured: Measured[] = [];
  let ours: Tally | null = null;
  for (const peer of peers) {
    const one = await inSession(session, (client) => measureOne(client, peer));
    ours ??= one.counted;
    if (one.counted !== null && !isDeepStrictEqual(one.counted, ours))
      throw new Error(`“${peer.name}” does not come to the numbers that ours comes to.`);
    measured.push(one.measured);
  }
  if (ours === null) throw new Error('Nobody counted.');
  return { measured, ours };
}
