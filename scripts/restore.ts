import { dirname, resolve } from 'node:path';
import { controller } from '../src/controller.ts';
import { date } from '../src/figures/date.ts';
import { readBackup, type Backup } from './backup/backupFile.ts';
import { databaseInWords } from './backup/databaseName.ts';
import { restoreLocal, type RestoredHere } from './backup/local.ts';
import { hasProject, restoreProject } from './backup/project.ts';
import { laterThan } from './backup/restoreInto.ts';
import { backupsIn } from './backup/takeBackup.ts';
import { plural } from './owner/plural.ts';
import { folders } from './command/folders.ts';
import { PlainError } from './command/PlainError.ts';
import { readOptions } from './command/readOptions.ts';
import { runCommand } from './command/runCommand.ts';

/**
 * npm run restore -- FILE: a backup into an empty database, the local one or that of the project that SUPABASE_DB_URL names.
 *   --replace FILE  in place of the local database, of which a backup is made first
 */

function named(words: readonly string[]): string {
  const [file, ...more] = words;
  if (file !== undefined && more.length === 0) return resolve(file);
  const last = backupsIn(folders.backups).at(-1);
  throw new PlainError(
    `Name one backup: npm run restore -- FILE. ${last === undefined ? `There is none in ${folders.backups}.` : `The last one is ${last}.`}`,
  );
}

const moment = (iso: string): string => `${date(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;

/** What was restored, and what nobody can know any more. */
function report(
  { file, heading: { made_at, database } }: Backup,
  later: readonly Backup[],
  { responses, buried, moderatorsMissing, former, unreadable }: RestoredHere,
): readonly string[] {
  // Another database knows nothing of withdrawals from this one.
  const known =
    later
      .filter(({ heading }) => heading.database !== undefined && heading.database === database)
      .map(({ heading }) => heading.made_at)
      .sort()
      .at(-1) ?? made_at;
  return [
    `Restored ${plural(responses, 'response')} as ${responses === 1 ? 'it was' : 'they were'} on ${moment(made_at)}, from ${file}, a backup of ${databaseInWords(database)}.`,
    `Withdrawn or removed since then, and deleted again: ${buried}. This is known up to ${moment(known)}; whoever withdrew later finds the answers again with the receipt code, and can withdraw them again.`,
    'Corrections, new answers, and decisions of moderators made after the backup are not in it.',
    ...(former === undefined ? [] : [`What was there before is in ${former}.`]),
    ...(former !== undefined && controller.backupDays === 0
      ? ['The next start deletes that file, because src/controller.ts promises that there is no backup.']
      : []),
    ...(unreadable === undefined
      ? []
      : [
          `What was there before is in ${unreadable}.`,
          `It could not be read and does not go by itself: delete it ${controller.backupDays === 0 ? 'now: the pages promise that there is no backup' : `within ${plural(controller.backupDays, 'day')}, which is what the pages promise`}.`,
        ]),
    ...(moderatorsMissing === 0
      ? []
      : [
          `Moderators without an account here: ${moderatorsMissing}. Make them again with "npm run moderator".`,
        ]),
  ];
}

await runCommand(async () => {
  const { values, positionals } = readOptions(
    'npm run restore',
    { replace: { type: 'boolean', default: false } },
    'and the file of a backup',
  );
  const backup = await readBackup(named(positionals));
  let known: readonly Backup[] = [];
  const later = async () => {
    const beside = [...new Set([dirname(backup.file), folders.backups])];
    known = (await Promise.all(beside.map((folder) => laterThan(backup, folder)))).flat();
    return known;
  };
  if (hasProject() && values.replace)
    throw new PlainError(
      'A backup replaces the local database alone: restore it into a new project, then let the site use that one.',
    );
  const restored = hasProject()
    ? await restoreProject(backup, await later())
    : await restoreLocal(backup, values.replace, later);
  for (const line of report(backup, known, restored)) console.log(line);
});
