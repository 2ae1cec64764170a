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

/** A data folder that is new, and its migrations: ours, and the SQL that a test adds to them. */
export async function serverFolder(added: string) {
  const folder = await mkdtemp(join(tmpdir(), 'no-but-why-server-'));
  const migrationsDir = join(folder, 'migrations');
  await cp('supabase/migrations', migrationsDir, { recursive: true });
  await writeFile(join(migrationsDir, '99991231235959_for_tests.sql'), added);
  const dataDir = join(folder, 'data');
  await layMigrated(dataDir, migrationsDir);
  return { folder, dataDir, migrationsDir };
}

/**
 * The same with limits that suit tests.
 * @param proofs `real` for proofs of work as hard, and as late at the earliest, as people make them
 */
export const looseServerFolder = (proofs: Proofs = 'easy') =>
  serverFolder(limitsForTests + { free: freeProofs, easy: easyProofs, real: '' }[proofs]);

/**
 * The built site with the real database, which takes as many responses as a test sends, and can be stopped and started again on
 * the same port and data.
 */
export async function startSurveyServer(proofs: Proofs = 'easy') {
  const { folder, dataDir, migrationsDir } = await looseServerFolder(proofs);
  const options = { dataDir, distDir: testSite, migrationsDir };
  const first = await startServer({ ...options, port: 0 });
  let server: StartedServer | undefined = first;
  const stop = async (): Promise<void> => {
    await server?.close();
    server = undefined;
  };
  return {
    ...first,
    dataDir,
    stop,
    start: async (): Promise<void> => {
      server = await startServer({ ...options, port: Number(new URL(first.url).port) });
    },
    /** Stops it and deletes what it stored. */
    close: async (): Promise<void> => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
