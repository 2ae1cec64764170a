import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { makeProject } from '../postgresql/makeProject.ts';
import { startPostgresql, superuser, type PostgresqlServer } from '../postgresql/postgresqlServer.ts';
import { inSession, signIn } from '../postgresql/session.ts';
import { PlainError } from '../server/PlainError.ts';
import { addPeople, crowdOf, prepareCrowd } from './tally/crowd.ts';
import { jobMemory } from './tally/jobMemory.ts';
import { measure, type Measured } from './tally/measure.ts';
import { peers, preparePeers } from './tally/peers.ts';
import { megabytes, grouped, reportGrowth, reportSize } from './tally/report.ts';
import { sides } from './tally/tables.ts';
import { untilStopped } from './untilStopped.ts';

const DATABASE = 'bench';

/** People added in one statement: a few seconds’ worth, so that progress shows. */
const BATCH = 250_000;

/** What a job seeker and the employers that come with one take on disk, in both tables; measured at a million. */
const BYTES_PER_JOB_SEEKER = 1500;

function readSizes(args: readonly string[]): readonly number[] {
  const options = { rows: { type: 'string', default: '100000,1000000,5000000' } } as const;
  const parse = () => {
    try {
      return parseArgs({ args: [...args], options })
        .values.rows.split(',')
        .map(Number);
    } catch {
      return [Number.NaN];
    }
  };
  const sizes = parse();
  if (sizes.some((size, i) => !Number.isSafeInteger(size) || size <= (sizes[i - 1] ?? 0)))
    throw new PlainError(
      'npm run bench -- tally knows --rows, numbers of job seekers that rise: --rows 100000 or --rows 1000000,5000000.',
    );
  return sizes;
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
  await inSession(signIn(server, superuser, DATABASE), async (client) => {
    for (const side of sides) {
      const end = crowdOf(to)[side];
      for (let at = crowdOf(from)[side]; at < end; at += BATCH) {
        const next = Math.min(at + BATCH, end);
        await addPeople(client, side, at, next);
        console.log(`  ${grouped(next)} of ${grouped(end)} ${side} rows, in columns and in jsonb`);
      }
    }
    // Statistics for the planner, and the bookkeeping that the first reader of a new row would else pay for.
    await client.query('vacuum (analyze)');
  });
}

async function run(server: PostgresqlServer, sizes: readonly number[]): Promise<void> {
  console.log(`${server.origin}, its own settings but for durability, which is off.`);
  await makeProject(server, DATABASE, 'explicit grants');
  await inSession(signIn(server, superuser, DATABASE), async (client) => {
    await prepareCrowd(client);
    await preparePeers(client);
  });
  const found: { readonly jobSeekers: number; readonly measured: readonly Measured[] }[] = [];
  for (const [i, jobSeekers] of sizes.entries()) {
    console.log(`Adding people up to ${grouped(jobSeekers)} job seekers …`);
    await fill(server, sizes[i - 1] ?? 0, jobSeekers);
    console.log('Counting …');
    const { measured, ours } = await measure(signIn(server, superuser, DATABASE), peers);
    await reportSize(signIn(server, superuser, DATABASE), crowdOf(jobSeekers), measured);
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
  const sizes = readSizes(args);
  checkDisk(Math.max(...sizes));
  await untilStopped(async () => {
    const server = await startPostgresql([]);
    return { work: () => run(server, sizes), close: server.close };
  });
}
