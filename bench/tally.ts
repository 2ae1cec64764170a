import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type pg from 'pg';
import { z } from 'zod';
import type { Tally } from '../src/release/tally.ts';
import { makeProject } from '../scripts/postgresql/makeProject.ts';
import { startPostgresql, superuser, type PostgresqlServer } from '../scripts/postgresql/postgresqlServer.ts';
import { withClient, clientConfig } from '../scripts/postgresql/client.ts';
import { PlainError } from '../scripts/command/PlainError.ts';
import { untilStopped } from './measure/untilStopped.ts';
import { print, told } from './measure/rounds.ts';
import type { Found, Section, Table } from './page/section.ts';
import { addPeople, crowdOf, prepareCrowd } from './tally/crowd.ts';
import { measure } from './tally/measure.ts';
import { jsonbId, peers, preparePeers } from './tally/peers.ts';
import { bytesOnDisk, tableOf, targetsOf, type Sized } from './tally/report.ts';
import { jsonbTable, sides } from './tally/tables.ts';

const DATABASE = 'bench';

/** People added in one statement: a few seconds’ worth, so that progress shows. */
const BATCH = 250_000;

/** What a job seeker and the employers that come with one take on disk, in both tables; measured at a million. */
const BYTES_PER_JOB_SEEKER = 1500;

/** Job seekers, rising. */
const sizes = [100_000, 1_000_000, 5_000_000] as const;

const ROUNDS = 3;
/** The largest is counted once: what differs there from run to run is small beside what it takes. */
const roundsAt = (jobSeekers: number, quick: boolean): number =>
  quick || jobSeekers === Math.max(...sizes) ? 1 : ROUNDS;

/** Milliseconds. A peer that takes longer is not asked at a larger size: by then the answer is clear. */
const PATIENCE = 15_000;

function checkDisk(jobSeekers: number): void {
  const { bavail, bsize } = statfsSync(tmpdir());
  const [free, wanted] = [bavail * bsize, jobSeekers * BYTES_PER_JOB_SEEKER];
  if (wanted > free)
    throw new PlainError(
      `${print.whole(jobSeekers)} job seekers need ${print.megabytes(wanted)} MB in ${tmpdir()} and ${print.megabytes(free)} MB are free: set TMPDIR to a larger disk.`,
    );
}

async function fill(config: pg.ClientConfig, from: number, to: number, jsonb: boolean): Promise<void> {
  await withClient(config, async (client) => {
    for (const side of sides) {
      const end = crowdOf(to)[side];
      for (let at = crowdOf(from)[side]; at < end; at += BATCH) {
        const next = Math.min(at + BATCH, end);
        await addPeople(client, side, { from: at, to: next, jsonb });
        console.log(`  ${print.whole(next)} of ${print.whole(end)} ${side} rows`);
      }
    }
    // Statistics for the planner, and hint bits that the first query would else have to write.
    await client.query('vacuum (analyze)');
  });
}

const said = z.strictObject({ loaded: z.number(), peak: z.number(), bytes: z.number() });

/** Makes a release from a tally in a process of its own: how much memory that took. */
async function jobMemory(tally: Tally): Promise<Table> {
  const job = spawn(process.execPath, [join(import.meta.dirname, 'tally/makeReleaseOnce.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const sent = JSON.stringify(tally);
  job.stdin.end(sent);
  const [output] = await Promise.all([text(job.stdout), once(job, 'exit')]);
  const { loaded, peak, bytes } = said.parse(JSON.parse(output));
  return [
    ['The release job', 'MB'],
    ['the tally it is given', print.megabytes(sent.length)],
    ['the release it makes', print.megabytes(bytes)],
    ['its peak of memory', print.megabytes(peak)],
    ['of it Node and the code, before it reads a number', print.megabytes(loaded)],
  ];
}

async function run(server: PostgresqlServer, quick: boolean): Promise<Found> {
  await makeProject(server, DATABASE, 'explicit grants');
  const config = clientConfig(server, superuser, DATABASE);
  await withClient(config, async (client) => {
    await prepareCrowd(client);
    await preparePeers(client);
  });
  const found: Sized[] = [];
  let asked = peers;
  let memory: Table = [];
  for (const [i, jobSeekers] of (quick ? sizes.slice(0, 1) : sizes).entries()) {
    const withJsonb = asked.some(({ id }) => id === jsonbId);
    await fill(config, sizes[i - 1] ?? 0, jobSeekers, withJsonb);
    const { measured, ours } = await measure(config, asked, roundsAt(jobSeekers, quick));
    found.push({
      crowd: crowdOf(jobSeekers),
      measured,
      typed: await bytesOnDisk(
        config,
        sides.map((side) => `private.${side}`),
      ),
      jsonb: withJsonb ? await bytesOnDisk(config, sides.map(jsonbTable)) : null,
    });
    memory = await jobMemory(ours);
    const patient = new Set(
      measured.flatMap((one) => (Math.min(...one.milliseconds) > PATIENCE ? [] : [one.id])),
    );
    asked = asked.filter(({ id }, at) => at === 0 || patient.has(id));
  }
  return {
    rounds: `${told(quick ? 1 : ROUNDS)}${quick ? '' : `, ${told(1)} of the largest size`}; ${server.origin} with its own settings, but for durability, which is off`,
    tables: [...found.map(tableOf), memory],
    targets: targetsOf(found),
  };
}

async function measureAll(quick: boolean): Promise<Found> {
  checkDisk(quick ? sizes[0] : Math.max(...sizes));
  return untilStopped(async () => {
    const server = await startPostgresql([]);
    return { work: () => run(server, quick), close: server.close };
  });
}

export const tally: Section = {
  title: 'Counting all answers',
  about: `What a release asks of the database, on a PostgreSQL of its own that is gone afterwards: every count of the catalogue, of everybody and of each group,
beside a bare pass with \`count(*) filter\` for each of the same counts, and the same function over the same answers in one jsonb column.
People answer like those of the made-up sample, drawn at random. Whoever takes over ${PATIENCE / 1000} s is not asked at the next size. Times are those of a clock, parallel workers as PostgreSQL
uses them by itself; the memory is the backend’s without them.`,
  minutes: 7,
  measure: measureAll,
};
