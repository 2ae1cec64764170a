import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { heading, type Heading } from '../../../scripts/backup/backupFile.ts';
import { temporaryFolder } from '../../../scripts/postgresql/temporaryFolder.ts';
import type { Database } from './database.ts';
import { addressOf } from './keptPlace.ts';
import { openDatabase } from './openDatabase.ts';
import { moderatorOf } from './moderator.ts';
import { keep, withCode } from './receipt.ts';
import { runScript, type Printed } from './runScript.ts';

/** A project with three responses and a moderator, an empty one, a backup of the first, and the commands. */
export async function openBackups() {
  const { path: folder, remove } = temporaryFolder('backup');
  const backups = join(folder, 'backups');
  const source = await openDatabase('PostgreSQL', 'explicit grants');
  const target = await openDatabase('PostgreSQL', 'explicit grants');
  const onProject = async (script: string, database: Database, ...args: string[]): Promise<Printed> =>
    runScript(script, args, { SUPABASE_DB_URL: await addressOf(database), NBW_BACKUPS: backups });
  for (let n = 0; n < 3; n += 1) await keep(source, withCode().submission);
  await moderatorOf(source);
  expect(await onProject('backup', source)).toMatchObject({ code: 0, err: '' });
  return {
    folder,
    backups,
    source,
    target,
    good: join(backups, readdirSync(backups)[0] ?? ''),
    onProject,
    /** How many responses the project has that was empty. */
    restored: async (): Promise<unknown> =>
      (await target.sql('select count(*)::integer as n from private.job_seeker'))[0]?.n,
    remove: async (): Promise<void> => {
      await source.close();
      await target.close();
      remove();
    },
  };
}

export function expectOneSentence({ code, out, err }: Printed, sentence: RegExp | string): void {
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^[^\n]*\.\n$/);
  expect(err).not.toMatch(/[A-Za-z]Error\b|undefined/);
  expect(err).toMatch(sentence);
}

const linesOf = (file: string): string[] => gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');

export const headingOf = (file: string): Heading => heading.parse(JSON.parse(linesOf(file)[0] ?? ''));

/** A backup with other lines, sealed again. @returns the file */
export function sealed(good: string, file: string, change: (lines: string[]) => string[]): string {
  const text = change(linesOf(good).slice(0, -1))
    .map((line) => `${line}\n`)
    .join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(file, gzipSync(`${text}${JSON.stringify({ sha256 })}\n`));
  return file;
}

/** The same with another first line. */
export const withHeading = (good: string, file: string, change: (heading: Heading) => object): string =>
  sealed(good, file, ([, ...rows]) => [JSON.stringify(change(headingOf(good))), ...rows]);

/** The same of code that is newer than this. */
export const ofNewer = (good: string, file: string): string =>
  withHeading(good, file, (one) => ({ ...one, migrations: [...one.migrations, '29990101000000'] }));
