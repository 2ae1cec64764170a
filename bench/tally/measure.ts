import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import type { Tally } from '../../src/release/tally.ts';
import { inTurn } from '../measure/rounds.ts';
import type { Peer } from './peers.ts';

export interface Measured {
  readonly id: string;
  readonly name: string;
  /** Of each round. */
  readonly milliseconds: readonly number[];
  /** The most bytes of memory of the database process; null where the system does not tell. */
  readonly peak: number | null;
}

/**
 * The most memory that the database process behind a connection ever had, in bytes: without its parallel workers, with the buffers that
 * it shares with others.
 * @returns null where the system does not tell: only Linux has a /proc.
 */
async function peakOf(client: pg.Client): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const status = readFileSync(`/proc/${rows[0]?.pid ?? ''}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

/** A peer with a connection of its own. */
async function connect(config: pg.ClientConfig, peer: Peer) {
  const client = new pg.Client(config);
  await client.connect();
  return { ...peer, client };
}

/**
 * Lets each peer count over a connection of its own, in turn.
 * @throws Error when two that count the same do not come to the same numbers
 */
export async function measure(
  config: pg.ClientConfig,
  peers: readonly Peer[],
  rounds: number,
): Promise<{ readonly measured: readonly Measured[]; readonly ours: Tally }> {
  const connected = await Promise.all(peers.map((peer) => connect(config, peer)));
  try {
    const found = await inTurn(rounds, connected, async ({ client, count }) => {
      const start = performance.now();
      const counted = await count(client);
      return { counted, time: performance.now() - start };
    });
    const [ours, ...others] = [...found].flatMap(([name, taken]) =>
      taken.flatMap(({ counted }) => (counted === null ? [] : [{ name, counted }])),
    );
    if (ours === undefined) throw new Error('Nobody counted.');
    const other = others.find(({ counted }) => !isDeepStrictEqual(counted, ours.counted));
    if (other !== undefined)
      throw new Error(`“${other.name}” does not come to the numbers of “${ours.name}”.`);
    const measured: Measured[] = [];
    for (const { id, name, client } of connected)
      measured.push({
        id,
        name,
        milliseconds: (found.get(name) ?? []).map(({ time }) => time),
        peak: await peakOf(client),
      });
    return { measured, ours: ours.counted };
  } finally {
    for (const { client } of connected) await client.end();
  }
}
