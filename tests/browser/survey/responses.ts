import { join } from 'node:path';
import { createPgliteConnection } from '@supabase/lite/pglite';
import type { SideId } from '../../../src/survey/question.ts';
import type { Tally } from '../../../src/release/tally.ts';

/** How many responses of each side a running server has stored. */
export async function submitted(server: { url: string; secretKey: string }): Promise<Record<SideId, number>> {
  const response = await fetch(new URL('/rest/v1/rpc/tally', server.url), {
    method: 'POST',
    headers: { apikey: server.secretKey, 'content-type': 'application/json' },
    body: JSON.stringify({ only_made_up: false, since: [], before: 'infinity' }),
  });
  if (!response.ok) throw new Error(`The tally answered ${response.status}: ${await response.text()}`);
  const { sides } = (await response.json()) as Tally;
  const count = ({ names, groups }: Tally['sides']['employer']): number =>
    groups
      .filter(({ segment }) => segment === null)
      .reduce((sum, { counts }) => sum + (counts[names.indexOf('eligible')] ?? 0), 0);
  return { job_seeker: count(sides.job_seeker), employer: count(sides.employer) };
}

/** Every row of both sides, read from the folder of a server that has been closed. */
export async function storedRows(dataDir: string): Promise<Record<SideId, Record<string, unknown>[]>> {
  const { driver, close } = await createPgliteConnection({ url: join(dataDir, 'database') }).then(
    (connection) => ({ driver: connection.driver, close: () => connection.close() }),
  );
  try {
    const rows = async (side: SideId) =>
      (await driver.query(`select * from private.${side}`)).rows as Record<string, unknown>[];
    return { job_seeker: await rows('job_seeker'), employer: await rows('employer') };
  } finally {
    await close();
  }
}
