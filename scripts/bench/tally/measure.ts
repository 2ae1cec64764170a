import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import type { Tally } from '../../../src/release/tally.ts';
import { withClient } from '../../postgresql/client.ts';
import { median } from '../median.ts';
import type { Peer } from './peers.ts';

export interface Measured {
  readonly id: string;
  readonly name: string;
  /** Median of the runs. */
  readonly milliseconds: number;
  readonly runs: number;
  /** Median milliseconds of its own processor time, and the most bytes of memory; null where the system does not tell. */
  readonly backend: { readonly processor: number; readonly peak: number } | null;
}

const RUNS = 3;
/** Milliseconds. A peer that takes longer is asked once, and not at a larger size: by then the answer is clear. */
const PATIENCE = 60_000;

/** Whether a peer is left out at larger sizes. */
export const isSlow = ({ milliseconds }: Measured): boolean => milliseconds > PATIENCE;

/** What Linux tells of the database process behind a connection, without its parallel workers. */
interface Backend {
  /** Milliseconds of processor time so far. */
  readonly processor: () => number;
  /** The most memory it ever had, in bytes; buffers that it shares with others included. */
  readonly peak: () => number;
}

/** Every Linux that Node.js runs on counts in hundredths of a second: https://man7.org/linux/man-pages/man7/time.7.html */
const MILLISECONDS_A_TICK = 10;

/** @returns null where the system does not tell: only Linux has a /proc. */
async function backendOf(client: pg.Client): Promise<Backend | null> {
  if (process.platform !== 'linux') return null;
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const read = (file: string) => readFileSync(`/proc/${rows[0]?.pid ?? ''}/${file}`, 'utf8');
  return {
    // The 14th and 15th field; the second may hold spaces. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    processor: () => {
      const fields = read('stat').split(') ').at(-1)?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * MILLISECONDS_A_TICK;
    },
    peak: () => Number(/^VmHWM:\s+(\d+) kB$/m.exec(read('status'))?.[1]) * 1024,
  };
}

async function measureOne(client: pg.Client, { id, name, count }: Peer) {
  const backend = await backendOf(client);
  const times: number[] = [];
  const processor: number[] = [];
  let counted: Tally | null = null;
  while (times.length < RUNS && (times[0] ?? 0) < PATIENCE) {
    const [start, busy] = [performance.now(), backend?.processor() ?? 0];
    counted = await count(client);
    times.push(performance.now() - start);
    processor.push((backend?.processor() ?? 0) - busy);
  }
  const measured: Measured = {
    id,
    name,
    milliseconds: median(times),
    runs: times.length,
    backend: backend === null ? null : { processor: median(processor), peak: backend.peak() },
  };
  return { measured, counted };
}

/**
 * Lets each peer count over a connection of its own, one after another.
 * @throws Error when two that count the same do not come to the same numbers
 */
export async function measure(
  config: pg.ClientConfig,
  peers: readonly Peer[],
): Promise<{ measured: readonly Measured[]; ours: Tally }> {
  const measured: Measured[] = [];
  let ours: Tally | null = null;
  for (const peer of peers) {
    const one = await withClient(config, (client) => measureOne(client, peer));
    ours ??= one.counted;
    if (one.counted !== null && !isDeepStrictEqual(one.counted, ours))
      throw new Error(`“${peer.name}” does not come to the numbers that ours comes to.`);
    measured.push(one.measured);
  }
  if (ours === null) throw new Error('Nobody counted.');
  return { measured, ours };
}
