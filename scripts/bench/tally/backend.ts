import { readFileSync } from 'node:fs';
import type pg from 'pg';

/** What the system tells of the database’s own process for a session, without the workers it may call in. */
export interface Backend {
  /** Milliseconds of processor time so far. */
  readonly processor: () => number;
  /** The most memory it ever had, in bytes; buffers that it shares with others included. */
  readonly peak: () => number;
}

/** Every Linux that Node.js runs on counts in hundredths of a second: https://man7.org/linux/man-pages/man7/time.7.html */
const MILLISECONDS_A_TICK = 10;

/** @returns null where the system does not tell: only Linux has a /proc. */
export async function backendOf(client: pg.Client): Promise<Backend | null> {
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
