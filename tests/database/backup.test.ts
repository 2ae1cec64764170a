import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Heading } from '../../scripts/backup/backupFile.ts';
import { projectName } from '../../scripts/backup/project.ts';
import { dropOldBackups } from '../../scripts/backup/takeBackup.ts';
import { clientConfig, withClient } from '../../scripts/postgresql/client.ts';
import { superuser } from '../../scripts/postgresql/postgresqlServer.ts';
import { lockDataFolder } from '../../scripts/server/lockDataFolder.ts';
import {
  expectOneSentence,
  headingOf,
  ofNewer,
  openBackups,
  sealed,
  withHeading,
} from './harness/backups.ts';
import { call } from './harness/call.ts';
import type { Database } from './harness/database.ts';
import { addressOf } from './harness/keptPlace.ts';
import { openDatabase } from './harness/openDatabase.ts';
import { keep, withCode } from './harness/receipt.ts';
import { runScript, type Printed } from './harness/runScript.ts';

/** What cannot be backed up or restored, or only into another place, ends in one sentence, and changes nothing. */

let place: Awaited<ReturnType<typeof openBackups>>;
beforeAll(async () => {
  place = await openBackups();
});
afterAll(() => place.remove());

const here = (script: string, data: string, ...args: string[]): Promise<Printed> =>
  runScript(script, args, { NBW_DATA: join(place.folder, data), NBW_BACKUPS: place.backups });

describe('a target', () => {
  test('a project that holds answers is left alone', async () => {
    expectOneSentence(
      await place.onProject('restore', place.source, place.good),
      /^The database holds 3 rows in private\.job_seeker already, and a backup is never mixed with others: restore it into a new project\.$/m,
    );
    expectOneSentence(
      await place.onProject('restore', place.source, '--replace', place.good),
      /restore it into a new project/,
    );
  });

  test('a data folder that a process has is left alone, and the process named', async () => {
    mkdirSync(join(place.folder, 'taken'));
    const unlock = lockDataFolder(join(place.folder, 'taken'));
    for (const args of [[place.good], ['--replace', place.good]])
      expectOneSentence(
        await here('restore', 'taken', ...args),
        `/taken is already in use by process ${process.pid}: stop that first`,
      );
    unlock();
  });

  test('a data folder with a database is left alone until it is said to be replaced', async () => {
    mkdirSync(join(place.folder, 'full', 'database'), { recursive: true });
    expectOneSentence(
      await here('restore', 'full', place.good),
      `/full already: "npm run restore -- --replace ${place.good}" puts the backup in its place, after a backup of what is there.`,
    );
  });

  // Five commands that each start a PGlite, and two of them migrate one.
  test(
    'a database that cannot be read is kept beside the one that is restored in its place',
    { timeout: 300_000 },
    async () => {
      const data = join(place.folder, 'damaged');
      mkdirSync(join(data, 'database'), { recursive: true });
      writeFileSync(join(data, 'database', 'PG_VERSION'), 'none');
      expectOneSentence(
        await here('backup', 'damaged'),
        `, and was left as it is: there is no backup of it in ${place.backups}; rename ${join(data, 'database')} to begin with an empty one.`,
      );
      const bad = sealed(place.good, join(place.folder, 'bad'), (lines) =>
        lines.map((line) => line.replace('"s_hours":14', '"s_hours":1400')),
      );
      expectOneSentence(
        await here('restore', 'damaged', '--replace', bad),
        /^The backup could not be restored/,
      );
      expect(readFileSync(join(data, 'database', 'PG_VERSION'), 'utf8')).toBe('none');
      const { code, out, err } = await here('restore', 'damaged', '--replace', place.good);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain(`Restored 3 responses`);
      expect(out).toContain('It could not be read and does not go by itself: delete it within');
      const [, kept = ''] = /What was there before is in (.*)\.$/m.exec(out) ?? [];
      expect(readFileSync(join(kept, 'PG_VERSION'), 'utf8')).toBe('none');
      // The restored one is a database: it can be backed up, and replaced after a backup.
      expect((await here('backup', 'damaged')).out).toContain(': 3 responses, ');
      const again = await here('restore', 'damaged', '--replace', place.good);
      expect(again.out).not.toContain('does not go by itself');
      expect(again.out).toMatch(/What was there before is in .*\.backup\.gz\.$/m);
      const [, last = ''] = (await here('backup', 'damaged')).out.split('\n');
      const { database = '' } = headingOf(last);
      expect(database).toMatch(/^local-\d+$/);
      expect(last.endsWith(`-${database}.backup.gz`)).toBe(true);
      // Each was made anew, and knows nothing of withdrawals from the other.
      const [, former = ''] = /What was there before is in (.*)\.$/m.exec(again.out) ?? [];
      expect(headingOf(former).database).toMatch(/^local-\d+$/);
      expect(headingOf(former).database).not.toBe(database);
    },
  );

  test('a data folder without a database has nothing to back up', async () => {
    mkdirSync(join(place.folder, 'empty'));
    for (const data of ['empty', 'nowhere'])
      expectOneSentence(
        await here('backup', data),
        /^There is no local database in .* yet: run npm start first\.$/m,
      );
  });

  test('the local database of other migrations than the backup', async () => {
    expectOneSentence(
      await here('restore', 'fresh', ofNewer(place.good, join(place.folder, 'newer'))),
      /was made with migration 29990101000000, which is not at that place in supabase\/migrations/,
    );
  });
});

describe('of which database a backup is', () => {
  const status = async (database: Database) =>
    (await database.as('service_role').sql('select public.status() as status'))[0]?.status;

  test('is in its name, its heading and what a restore says; the database that it fills has none of its own', async () => {
    const name = projectName(new URL(await addressOf(place.source)));
    expect(place.good).toMatch(new RegExp(`-\\d{14}-${name}\\.backup\\.gz$`));
    expect(headingOf(place.good).database).toBe(name);
    mkdirSync(join(place.folder, 'full', 'database'), { recursive: true });
    expectOneSentence(
      await here('restore', 'full', place.good),
      `${place.good} is a backup of the project ${name}, and there is a local database in`,
    );
    // The second is made of a database that has noted the first.
    const [, second = ''] = (await place.onProject('backup', place.source)).out.split('\n');
    expect(await status(place.source)).toMatchObject({ backup: { responses: 3 } });
    const fresh = await openDatabase('PostgreSQL', 'explicit grants');
    const { code, out, err } = await place.onProject('restore', fresh, second);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`, from ${second}, a backup of the project ${name}.`);
    expect(await status(fresh)).toMatchObject({ backup: null });
    await fresh.close();
  });

  test('decides how far withdrawals are known: a later backup of another one knows nothing of them', async () => {
    const folder = join(place.folder, 'two');
    mkdirSync(folder);
    const good = join(folder, basename(place.good));
    copyFileSync(place.good, good);
    const later = (database: string) => (heading: Heading) => ({
      ...heading,
      made_at: '2099-02-03T04:05:06.000Z',
      database,
    });
    const end = place.good.split('Z-')[1] ?? '';
    const after = `2099-02-03T04-05-06-000Z-${end}`;
    const known = async () => {
      const fresh = await openDatabase('PostgreSQL', 'explicit grants');
      const { out } = await place.onProject('restore', fresh, good);
      await fresh.close();
      return /This is known up to ([^;]*);/.exec(out)?.[1];
    };
    withHeading(place.good, join(folder, after), later('local-1'));
    expect(await known()).not.toContain('2099');
    withHeading(place.good, join(folder, after), later(headingOf(place.good).database ?? ''));
    expect(await known()).toBe('3 February 2099, 04:05 UTC');
  });

  test('is not said of a file from before it was, which is restored as others are, without its notes of backups', async () => {
    const old = withHeading(place.good, join(place.folder, 'old-form'), (heading) => ({
      ...heading,
      database: undefined,
      tables: [...heading.tables, { name: 'private.backup', columns: ['id', 'at', 'responses'], rows: 0 }],
    }));
    const fresh = await openDatabase('PostgreSQL', 'explicit grants');
    const { code, out, err } = await place.onProject('restore', fresh, old);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`, from ${old}, a backup of a database that it does not name.`);
    await fresh.close();
  });
});

describe('a project whose address', () => {
  const { port } = inject('postgresql');
  test.each([
    [
      'is missing',
      { PUBLIC_SUPABASE_URL: 'https://abc.supabase.co' },
      /^SUPABASE_DB_URL is not set, and a backup needs/,
    ],
    [
      'is no address',
      { SUPABASE_DB_URL: 'db.example.org' },
      /^SUPABASE_DB_URL is no address of a PostgreSQL/,
    ],
    ['is that of the API', { SUPABASE_DB_URL: 'https://abc.supabase.co' }, /^SUPABASE_DB_URL is no address/],
    [
      'gives up encryption',
      { SUPABASE_DB_URL: 'postgresql://postgres:secret@db.example.org/postgres?sslmode=disable' },
      /^SUPABASE_DB_URL says sslmode=disable, which would send/,
    ],
    [
      'has a wrong password',
      { SUPABASE_DB_URL: `postgresql://postgres:secret@127.0.0.1:${port}/postgres` },
      /^127\.0\.0\.1:\d+ does not take the password in SUPABASE_DB_URL/,
    ],
    [
      'names a certificate that is not there',
      {
        SUPABASE_DB_URL: `postgresql://postgres:secret@127.0.0.1:${port}/postgres?sslmode=verify-full&sslrootcert=/nowhere.crt`,
      },
      /^The certificate that SUPABASE_DB_URL names as sslrootcert is not there/,
    ],
    [
      'asks a server for encryption that has none',
      { SUPABASE_DB_URL: `postgresql://postgres:secret@127.0.0.1:${port}/postgres?sslmode=require` },
      /^The database at 127\.0\.0\.1:\d+ cannot be reached \(The server does not support SSL connections\)/,
    ],
    [
      'leads nowhere',
      { SUPABASE_DB_URL: 'postgresql://postgres:secret@127.0.0.1:9/postgres' },
      /^The database at 127\.0\.0\.1:9 cannot be reached \(.*ECONNREFUSED.*\)/,
    ],
  ])('%s', async (_, environment: Record<string, string>, sentence) => {
    for (const [script, args] of [
      ['backup', []],
      ['restore', [place.good]],
    ] as const) {
      const printed = await runScript(script, args, { ...environment, NBW_BACKUPS: place.backups });
      expectOneSentence(printed, sentence);
      expect(printed.err).not.toContain('secret@');
    }
  });
});

describe('moderators of a project whose accounts another service keeps', () => {
  test('are named as missing, and the rest is restored', async () => {
    const hosted = await openDatabase('PostgreSQL', 'explicit grants');
    const [row] = await hosted.sql('select current_database() as name');
    await withClient(clientConfig(inject('postgresql'), superuser, String(row?.name)), (client) =>
      client.query('create table auth.schema_migrations (version text)'),
    );
    const { code, out, err } = await place.onProject('restore', hosted, place.good);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Restored 3 responses');
    expect(out).toContain('Moderators without an account here: 1. Make them again with "npm run moderator".');
    expect(await hosted.sql('select count(*)::integer as n from auth.users')).toEqual([{ n: 0 }]);
    await hosted.close();
  });
});

describe('a project that lost its rows, and not what it knows to be withdrawn', () => {
  test('is not given them back', async () => {
    const { code, submission } = withCode();
    await keep(place.source, submission);
    expect(await place.onProject('backup', place.source)).toMatchObject({ code: 0 });
    const last = join(place.backups, readdirSync(place.backups).sort().at(-1) ?? '');
    await call(place.source, 'withdraw_response', { code });
    const tombs = await place.source.sql(`select encode(id_hash, 'hex') as hash from private.withdrawn`);
    await place.target.sql(`insert into private.withdrawn values (decode($1, 'hex'))`, [tombs[0]?.hash]);
    const { out } = await place.onProject('restore', place.target, last);
    expect(out).toContain('Withdrawn or removed since then, and deleted again: 1.');
    expect(await place.restored()).toBe(3);
  });
});

test('backups go when the days are over that the pages promise, and nothing else in their folder does', () => {
  const old = join(place.folder, 'old');
  mkdirSync(old);
  const name = (days: number, end = '') =>
    `${new Date(Date.now() - days * 86_400_000).toISOString().replaceAll(/[:.]/g, '-')}-20261124090550.backup.gz${end}`;
  const named = name(31).replace('.backup', '-local.backup');
  const kept = ['notes.txt', '2020-01-01.backup.gz', name(29)];
  for (const file of [...kept, name(31), named, name(40, '.part')]) writeFileSync(join(old, file), '');
  expect(dropOldBackups(old, 30)).toBe(3);
  expect(readdirSync(old).sort()).toEqual(kept.sort());
  expect(dropOldBackups(old, 0)).toBe(1);
  rmSync(old, { recursive: true });
  expect(dropOldBackups(old, 30)).toBe(0);
});
