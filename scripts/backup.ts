import { statSync } from 'node:fs';
import { controller } from '../src/controller.ts';
import { withLocal } from './backup/local.ts';
import { hasProject, withProject } from './backup/project.ts';
import { dropOldBackups, noteBackup, takeBackup } from './backup/takeBackup.ts';
import { plural } from './owner/plural.ts';
import { folders } from './command/folders.ts';
import { PlainError } from './command/PlainError.ts';
import { readOptions } from './command/readOptions.ts';
import { runCommand } from './command/runCommand.ts';
import type { SqlClient } from './server/sqlClient.ts';

/**
 * npm run backup: everything that has to outlive the database into one file, of the local database or of the project that
 * SUPABASE_DB_URL names; and those files away that are older than the pages promise.
 */

async function take(client: SqlClient, place: string, name: string): Promise<void> {
  const taken = await takeBackup(client, name, folders.backups);
  await noteBackup(client, taken);
  const { file, heading } = taken;
  const rows = heading.tables.reduce((sum, table) => sum + table.rows, 0);
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  console.log(
    [
      `Backup of the database at ${place}: ${plural(heading.responses, 'response')}, ${plural(rows, 'row')} in all, ${megabytes} MB.`,
      file,
      `It holds single answers, so nobody else may read it. Copy it to another disk, and delete the copy within ${plural(controller.backupDays, 'day')}, which is what the pages promise; here it goes by itself.`,
    ].join('\n'),
  );
}

await runCommand(async () => {
  readOptions('npm run backup', {});
  if (controller.backupDays === 0)
    throw new PlainError(
      'The pages promise that no backup is made, because src/controller.ts says backupDays: 0: set it to the days for which you keep one.',
    );
  await (hasProject() ? withProject(take) : withLocal(take));
  const dropped = dropOldBackups(folders.backups, controller.backupDays);
  if (dropped > 0)
    console.log(`Deleted backups older than ${plural(controller.backupDays, 'day')}: ${dropped}.`);
});
