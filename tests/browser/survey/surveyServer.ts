import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type StartedServer } from '../../../scripts/server/startServer.ts';
import { testSite } from '../../build/harness/testSite.ts';
import { layMigrated } from '../../database/harness/migratedOnce.ts';

/** Tests send from one address, quickly and often: what slows down a robot would slow down them. */
const limitsForTests = `update private.setting set value = '1000000'
where name in (
  'challenge_limit', 'response_limit', 'response_brake_per_minute', 'comment_limit', 'comment_burst_limit',
  'comment_brake_per_minute', 'comment_queue_limit', 'comment_state_limit', 'receipt_limit', 'report_limit',
  'report_brake_per_minute'
);
`;
const easyProofs = `update private.setting set value = '0' where name = 'minimum_seconds';
update private.setting set value = '20' where name = 'pow_counters';
`;
/** For tests that send dozens of times and are about something else. */
const freeProofs = `${easyProofs}update private.setting set value = '1' where name in ('pow_cost', 'pow_counters');
`;

type Proofs = 'free' | 'easy' | 'real';

/** A server that can be stopped and started again on the same port and data. */
export interface SurveyServer {
  now: () => StartedServer;
  readonly dataDir: string;
  stop: () => Promise<void>;
  start: () => Promise<void>;
  /** Stops it and deletes what it stored. */
  remove: () => Promise<void>;
}

/**
 * A data folder without an answer, and its migrations, with limits that suit tests.
 * @param proofs `real` for proofs of work as hard, and as late at the earliest, as people make them
 */
export async function looseServerFolder(proofs: Proofs = 'easy') {
  const folder = await mkdtemp(join(tmpdir(), 'no-but-why-survey-'));
  const migrationsDir = join(folder, 'migrations');
  await cp('supabase/migrations', migrationsDir, { recursive: true });
  await writeFile(
    join(migrationsDir, '99991231235959_test_limits.sql'),
    limitsForTests + { free: freeProofs, easy: easyProofs, real: '' }[proofs],
  );
  const dataDir = join(folder, 'data');
  await layMigrated(dataDir, migrationsDir);
  return { folder, dataDir, migrationsDir };
}

/** The built site with the real database, which takes as many responses as a test sends. */
export async function startSurveyServer(proofs: Proofs = 'easy'): Promise<SurveyServer> {
  const { folder, dataDir, migrationsDir } = await looseServerFolder(proofs);
  let server: StartedServer | undefined = await startServer({
    port: 0,
    dataDir,
    distDir: testSite,
    migrationsDir,
  });
  const port = Number(new URL(server.url).port);
  const stop = async (): Promise<void> => {
    await server?.close();
    server = undefined;
  };
  return {
    dataDir,
    now: () => {
      if (server === undefined) throw new Error('The server of this test is stopped.');
      return server;
    },
    stop,
    start: async () => {
      server = await startServer({ port, dataDir, distDir: testSite, migrationsDir });
    },
    remove: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
