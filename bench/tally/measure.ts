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
  /** Milliseconds of its own processor time in each round, and the most bytes of memory; null where the system does not tell. */
  readonly backend: { readonly processor: readonly number[]; readonly peak: number } | null;
}

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

/** A peer with a connection of its own. */
async function connect(config: pg.ClientConfig, peer: Peer) {
  const client = new pg.Client(config);
  await client.connect();
  return { ...peer, client, backend: await backendOf(client) };
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
    const found = await inTurn(rounds, connected, async ({ client, backend, count }) => {
      const [start, busy] = [performance.now(), backend?.processor() ?? 0];
      const counted = await count(client);
      const [end, after] = [performance.now(), backend?.processor() ?? 0];
      return { counted, time: end - start, processor: after - busy };
    });
    const [ours, ...others] = [...found].flatMap(([name, taken]) =>
      taken.flatMap(({ counted }) => (counted === null ? [] : [{ name, counted }])),
    );
    if (ours === undefined) throw new Error('Nobody counted.');
    const other = others.find(({ counted }) => !isDeepStrictEqual(counted, ours.counted));
    if (other !== undefined)
      throw new Error(`“${other.name}” does not come to the numbers of “${ours.name}”.`);
    const measured = connected.map(({ id, name, backend }): Measured => {
      const taken = found.get(name) ?? [];
      return {
        id,
        name,
        milliseconds: taken.map(({ time }) => time),
        backend: backend && { processor: taken.map(({ processor }) => processor), peak: backend.peak() },
      };
    });
    return { measured, ours: ours.counted };
  } finally {
    for (const { client } of connected) await client.end();
  }
}
