import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Tally } from '../../src/release/tally.ts';
import { makeProject } from '../postgresql/makeProject.ts';
import { startPostgresql, superuser, type PostgresqlServer } from '../postgresql/postgresqlServer.ts';
import { withClient, clientConfig } from '../postgresql/client.ts';
import { PlainError } from '../server/PlainError.ts';
import { addPeople, crowdOf, prepareCrowd } from './tally/crowd.ts';
import { isSlow, measure, type Measured } from './tally/measure.ts';
import { peers, preparePeers, type Peer } from './tally/peers.ts';
import { megabytes, grouped, reportGrowth, reportSize } from './tally/report.ts';
import { sides } from './tally/tables.ts';
import { untilStopped } from './untilStopped.ts';

const DATABASE = 'bench';

/** People added in one statement: a few seconds’ worth, so that progress shows. */
const BATCH = 250_000;

/** What a job seeker and the employers that come with one take on disk, in both tables; measured at a million. */
const BYTES_PER_JOB_SEEKER = 1500;

interface Options {
  /** Job seekers, rising. */
  readonly sizes: readonly number[];
  readonly asked: readonly Peer[];
}

function readOptions(args: readonly string[]): Options {
  const everybody = peers.map(({ id }) => id).join(',');
  const options = {
    rows: { type: 'string', default: '100000,1000000,5000000' },
    peers: { type: 'string', default: everybody },
  } as const;
  const usage = new PlainError(
    `npm run bench -- tally knows --rows, numbers of job seekers that rise, as in --rows 1000000,5000000, and --peers, some of ${everybody}.`,
  );
  let given;
  try {
    given = parseArgs({ args: [...args], options }).values;
  } catch {
    throw usage;
  }
  const sizes = given.rows.split(',').map(Number);
  const ids = given.peers.split(',');
  const isSize = (size: number, i: number) => Number.isSafeInteger(size) && size > (sizes[i - 1] ?? 0);
  if (!sizes.every(isSize) || !ids.every((id) => peers.some((peer) => peer.id === id))) throw usage;
  // Ours is asked always: the others are told as multiples of it.
  return { sizes, asked: peers.filter(({ id }, i) => i === 0 || ids.includes(id)) };
}

function checkDisk(jobSeekers: number): void {
  const { bavail, bsize } = statfsSync(tmpdir());
  const [free, wanted] = [bavail * bsize, jobSeekers * BYTES_PER_JOB_SEEKER];
  if (wanted > free)
    throw new PlainError(
      `${grouped(jobSeekers)} job seekers need ${megabytes(wanted)} in ${tmpdir()} and ${megabytes(free)} are free: set TMPDIR to a larger disk, or ask for fewer with --rows.`,
    );
}

async function fill(server: PostgresqlServer, from: number, to: number): Promise<void> {
  await withClient(clientConfig(server, superuser, DATABASE), async (client) => {
    for (const side of sides) {
      const end = crowdOf(to)[side];
      for (let at = crowdOf(from)[side]; at < end; at += BATCH) {
        const next = Math.min(at + BATCH, end);
        await addPeople(client, side, at, next);
        console.log(`  ${grouped(next)} of ${grouped(end)} ${side} rows, in columns and in jsonb`);
      }
    }
    // Statistics for the planner, and hint bits that the first query would else have to write.
    await client.query('vacuum (analyze)');
  });
}

const said = z.strictObject({ loaded: z.number(), peak: z.number(), bytes: z.number() });

/** Makes a release from a tally in a process of its own and says how much memory that took. */
async function jobMemory(tally: Tally): Promise<string> {
  const job = spawn(process.execPath, [join(import.meta.dirname, 'tally/makeReleaseOnce.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const sent = JSON.stringify(tally);
  job.stdin.end(sent);
  const [output] = await Promise.all([text(job.stdout), once(job, 'exit')]);
  const { loaded, peak, bytes } = said.parse(JSON.parse(output));
  return `The release job, from a tally of ${megabytes(sent.length)} to a release of ${megabytes(bytes)}: peak memory ${megabytes(peak)}, of it ${megabytes(loaded)} for Node.js and the code before it reads a number.`;
}

async function run(server: PostgresqlServer, { sizes, asked }: Options): Promise<void> {
  console.log(`${server.origin}, its own settings but for durability, which is off.`);
  await makeProject(server, DATABASE, 'explicit grants');
  await withClient(clientConfig(server, superuser, DATABASE), async (client) => {
    await prepareCrowd(client);
    await preparePeers(client);
  });
  const found: { readonly jobSeekers: number; readonly measured: readonly Measured[] }[] = [];
  for (const [i, jobSeekers] of sizes.entries()) {
    console.log(`Adding people up to ${grouped(jobSeekers)} job seekers …`);
    await fill(server, sizes[i - 1] ?? 0, jobSeekers);
    console.log('Counting …');
    const tooSlow = new Set(found.flatMap(({ measured }) => measured.filter(isSlow).map(({ id }) => id)));
    const { measured, ours } = await measure(
      clientConfig(server, superuser, DATABASE),
      asked.filter(({ id }) => !tooSlow.has(id)),
    );
    await reportSize(clientConfig(server, superuser, DATABASE), crowdOf(jobSeekers), measured);
    console.log(await jobMemory(ours));
    found.push({ jobSeekers, measured });
  }
  reportGrowth(found);
}

/**
 * npm run bench -- tally: every count of the catalogue from one pass over typed columns, against the same answers in
 * jsonb and against a query a question, on a PostgreSQL of its own that is gone afterwards.
 */
export async function tally(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  checkDisk(Math.max(...options.sizes));
  await untilStopped(async () => {
    const server = await startPostgresql([]);
    return { work: () => run(server, options), close: server.close };
  });
}
