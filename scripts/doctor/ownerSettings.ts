import type { ControllerFacts } from '../../src/controller.ts';
import type { Status } from '../owner/answers.ts';
import { plural } from '../owner/plural.ts';
import { feedAddress, siteSettings } from '../server/siteSettings.ts';
import type { Plan } from './facts.ts';
import { ok, toDo, type Outcome } from './finding.ts';

/** The settings of the database, by name. */
export type Settings = ReadonlyMap<string, string>;

export const maintenanceIsScheduled = ({ scheduled }: Status): Outcome =>
  scheduled
    ? ok('The database deletes every day what has had its time.')
    : toDo(
        'Enable pg_cron in the dashboard, Integrations, then run "select private.schedule_maintenance()" in its SQL editor: nothing deletes answers on their last day.',
      );

export const secondFactorIsAsked = (settings: Settings): Outcome =>
  Number(settings.get('moderator_second_factor')) > 0
    ? ok('A moderator signs in with a second factor.')
    : toDo(
        'Run "npm run settings -- moderator_second_factor=1": a password alone opens what visitors have written.',
      );

/** What pages print and the database says, too. */
export function databaseSaysTheSame(settings: Settings): Outcome {
  const other = Object.entries(siteSettings).find(([name, value]) => settings.get(name) !== value);
  return other === undefined
    ? ok('Feeds carry the name that the pages print.')
    : toDo(
        `Run "npm run settings -- --from-site": the pages say “${other[1]}”, and the database ${settings.has(other[0]) ? `“${settings.get(other[0]) ?? ''}”` : 'nothing'}.`,
      );
}

/** Whether a feed of ours leads to our site alone, whatever address somebody asks for it with. */
export function feedsLeadToSite(settings: Settings, env: Plan['env']): Outcome {
  const own = feedAddress(env);
  const address = settings.get('site_url') ?? '';
  return address !== '' && (own === '' || address === own)
    ? ok(`Links in feeds of comments lead to ${address}.`)
    : toDo(
        `Run "npm run settings -- --from-site"${own === '' ? ' once SITE_URL is set' : ''}: links in feeds of comments lead to ${address === '' ? 'whatever address somebody asks for them with' : `${address}, and not to ${own}`}.`,
      );
}

const dayLength = 24 * 60 * 60 * 1000;

/** Whether backups are as the privacy page says. */
export function backupsAreAsPromised(
  { backupDays }: ControllerFacts,
  { backup }: Status,
  now: Date,
): Outcome {
  if (backup === null)
    return backupDays === 0
      ? ok('The privacy page says that no backups are made, and the database knows of none.')
      : toDo(
          'Run "npm run backup", or write backupDays: 0 in src/controller.ts: the privacy page speaks of backups, and the database knows of none.',
        );
  const day = backup.at.slice(0, 10);
  if (backupDays === 0)
    return toDo(
      `Write into src/controller.ts after how many days you delete a backup (backupDays): the privacy page says that none are made, and one was on ${day}.`,
    );
  return now.getTime() - Date.parse(backup.at) > backupDays * dayLength
    ? toDo(
        `Run "npm run backup", and delete older ones: the last is of ${day}, and the privacy page says that they are gone after ${plural(backupDays, 'day')}.`,
      )
    : ok(
        `The last backup is of ${day}, and the privacy page says that it is gone after ${plural(backupDays, 'day')}.`,
      );
}
