import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { dropOldBackups } from '../../scripts/backup/takeBackup.ts';
import { clientConfig, withClient } from '../../scripts/postgresql/client.ts';
import { superuser } from '../../scripts/postgresql/postgresqlServer.ts';
import { temporaryFolder } from '../../scripts/postgresql/temporaryFolder.ts';
import { lockDataFolder } from '../../scripts/server/lockDataFolder.ts';
import { call } from './harness/call.ts';
import type { Database } from './harness/database.ts';
import { addressOf } from './harness/keptPlace.ts';
import { openDatabase } from './harness/openDatabase.ts';
import { moderatorOf } from './harness/moderator.ts';
import { keep, withCode } from './harness/receipt.ts';
import { runScript, type Printed } from './harness/runScript.ts';

/** What cannot be backed up or restored ends in one sentence, and changes nothing. */

const { path: folder, remove } = temporaryFolder('backup');
const backups = join(folder, 'backups');
let source: Database;
let target: Database;
let good: string;

const onProject = async (script: string, database: Database, ...args: string[]): Promise<Printed> =>
  runScript(script, args, { SUPABASE_DB_URL: await addressOf(database), NBW_BACKUPS: backups });
const here = (script: string, data: string, ...args: string[]): Promise<Printed> =>
  runScript(script, args, { NBW_DATA: join(folder, data), NBW_BACKUPS: backups });

function expectOneSentence({ code, out, err }: Printed, sentence: RegExp | string): void {
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^[^\n]*\.\n$/);
  expect(err).not.toMatch(/[A-Za-z]Error\b|undefined/);
  expect(err).toMatch(sentence);
}

/** The good backup with other lines, sealed again, as a file of its own. */
function sealed(name: string, change: (lines: string[]) => string[]): string {
  const lines = gunzipSync(readFileSync(good)).toString().trimEnd().split('\n').slice(0, -1);
  const text = change(lines)
    .map((line) => `${line}\n`)
    .join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const file = join(folder, name);
  writeFileSync(file, gzipSync(`${text}${JSON.stringify({ sha256 })}\n`));
  return file;
}

const withHeading = (name: string, change: (heading: Record<string, unknown>) => object): string =>
  sealed(name, ([first = '', ...rows]) => [
    JSON.stringify(change(JSON.parse(first) as Record<string, unknown>)),
    ...rows,
  ]);

const ofNewer = (name: string): string =>
  withHeading(name, (heading) => ({
    ...heading,
    migrations: [...(heading.migrations as string[]), '29990101000000'],
  }));

beforeAll(async () => {
  source = await openDatabase('PostgreSQL', 'explicit grants');
  target = await openDatabase('PostgreSQL', 'explicit grants');
  for (let n = 0; n < 3; n += 1) await keep(source, withCode().submission);
  await moderatorOf(source);
  expect(await onProject('backup', source)).toMatchObject({ code: 0, err: '' });
  good = join(backups, readdirSync(backups)[0] ?? '');
});
afterAll(async () => {
  await source.close();
  await target.close();
  remove();
});

const responses = async (): Promise<unknown> =>
  (await target.sql('select count(*)::integer as n from private.job_seeker'))[0]?.n;

describe('a file that is not a whole backup of this code', () => {
  const whole = (): Buffer => readFileSync(good);
  const cases: readonly (readonly [string, (name: string) => string, RegExp])[] = [
    ['is not there', (name) => join(folder, name), /is not a file: name a backup/],
    [
      'is a folder',
      (name) => {
        mkdirSync(join(folder, name));
        return join(folder, name);
      },
      /is not a file: name a backup/,
    ],
    [
      'was cut off',
      (name) => {
        writeFileSync(join(folder, name), whole().subarray(0, whole().length - 200));
        return join(folder, name);
      },
      /is not a whole backup: it was cut off or altered/,
    ],
    [
      'has one byte altered',
      (name) => {
        const bytes = whole();
        const middle = Math.floor(bytes.length / 2);
        bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
        writeFileSync(join(folder, name), bytes);
        return join(folder, name);
      },
      /is not a whole backup: it was cut off or altered/,
    ],
    [
      'has a row altered and was packed again',
      (name) => {
        const text = gunzipSync(whole()).toString().replace('"s_hours":14', '"s_hours":15');
        writeFileSync(join(folder, name), gzipSync(text));
        return join(folder, name);
      },
      /is not a whole backup: it was cut off or altered/,
    ],
    [
      'is no archive',
      (name) => {
        writeFileSync(join(folder, name), 'select 1;');
        return join(folder, name);
      },
      /is not a whole backup/,
    ],
    [
      'is of another format',
      (name) => withHeading(name, (heading) => ({ ...heading, format: 2 })),
      /was made by newer code/,
    ],
    [
      'is of newer migrations',
      ofNewer,
      /^The backup is of migration 29990101000000, which the database at 127\.0\.0\.1:\d+ has not had/,
    ],
    [
      'is of earlier migrations',
      (name) =>
        withHeading(name, (heading) => ({
          ...heading,
          migrations: (heading.migrations as string[]).slice(0, -1),
        })),
      /has had migration \d{14}, and the backup is from before/,
    ],
    [
      'has a table with other columns',
      (name) =>
        withHeading(name, (heading) => ({
          ...heading,
          tables: (heading.tables as { name: string; columns: string[] }[]).map((table) =>
            table.name === 'private.job_seeker' ? { ...table, columns: table.columns.slice(1) } : table,
          ),
        })),
      /was made of another private\.job_seeker than this database has/,
    ],
    [
      'has a row that the database does not take',
      (name) => sealed(name, (lines) => lines.map((line) => line.replace('"s_hours":14', '"s_hours":1400'))),
      /^The backup could not be restored, and nothing was changed: .*v1_s_hours_range/,
    ],
  ];

  test.each(cases)('%s', async (name, make, sentence) => {
    expectOneSentence(await onProject('restore', target, make(name.replaceAll(' ', '-'))), sentence);
    expect(await responses()).toBe(0);
  });

  test('may not be read', async () => {
    const file = join(folder, 'closed');
    copyFileSync(good, file);
    chmodSync(folder, 0o755);
    chmodSync(file, 0o000);
    const address = await addressOf(target);
    expectOneSentence(
      await runScript('restore', [file], { SUPABASE_DB_URL: address }, { unprivileged: true }),
      /^There is no permission for .*closed: /,
    );
  });

  test('none at all, or two', async () => {
    for (const files of [[], [good, good]])
      expectOneSentence(
        await onProject('restore', target, ...files),
        `Name one backup: npm run restore -- FILE. The last one is ${good}.`,
      );
  });
});

describe('a target', () => {
  test('a project that holds answers is left alone', async () => {
    expectOneSentence(
      await onProject('restore', source, good),
      /^The database holds 3 rows in private\.job_seeker already, and a backup is never mixed with others: restore it into a new project\.$/m,
    );
    expectOneSentence(await onProject('restore', source, '--replace', good), /restore it into a new project/);
  });

  test('a data folder that a process has is left alone, and the process named', async () => {
    mkdirSync(join(folder, 'taken'));
    const unlock = lockDataFolder(join(folder, 'taken'));
    for (const args of [[good], ['--replace', good]])
      expectOneSentence(
        await here('restore', 'taken', ...args),
        `/taken is already in use by process ${process.pid}: stop that first`,
      );
    unlock();
  });

  test('a data folder with a database is left alone until it is said to be replaced', async () => {
    mkdirSync(join(folder, 'full', 'database'), { recursive: true });
    expectOneSentence(
      await here('restore', 'full', good),
      `/full already: "npm run restore -- --replace ${good}" puts the backup in its place, after a backup of what is there.`,
    );
  });

  // Five commands that each start a PGlite, and two of them migrate one.
  test(
    'a database that cannot be read is kept beside the one that is restored in its place',
    { timeout: 300_000 },
    async () => {
      const data = join(folder, 'damaged');
      mkdirSync(join(data, 'database'), { recursive: true });
      writeFileSync(join(data, 'database', 'PG_VERSION'), 'none');
      expectOneSentence(
        await here('backup', 'damaged'),
        /damaged cannot be read \(.*\), and was left as it is: its last backup/,
      );
      const bad = sealed('bad', (lines) =>
        lines.map((line) => line.replace('"s_hours":14', '"s_hours":1400')),
      );
      expectOneSentence(
        await here('restore', 'damaged', '--replace', bad),
        /^The backup could not be restored/,
      );
      expect(readFileSync(join(data, 'database', 'PG_VERSION'), 'utf8')).toBe('none');
      const { code, out, err } = await here('restore', 'damaged', '--replace', good);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain(`Restored 3 responses`);
      expect(out).toContain('It could not be read and does not go by itself: delete it within');
      const [, kept = ''] = /What was there before is in (.*)\.$/m.exec(out) ?? [];
      expect(readFileSync(join(kept, 'PG_VERSION'), 'utf8')).toBe('none');
      // The restored one is a database: it can be backed up, and replaced after a backup.
      expect((await here('backup', 'damaged')).out).toContain(': 3 responses, ');
      const again = await here('restore', 'damaged', '--replace', good);
      expect(again.out).not.toContain('does not go by itself');
      expect(again.out).toMatch(/What was there before is in .*\.backup\.gz\.$/m);
    },
  );

  test('a data folder without a database has nothing to back up', async () => {
    mkdirSync(join(folder, 'empty'));
    for (const data of ['empty', 'nowhere'])
      expectOneSentence(
        await here('backup', data),
        /^There is no local database in .* yet: run npm start first\.$/m,
      );
  });

  test('the local database of other migrations than the backup', async () => {
    expectOneSentence(
      await here('restore', 'fresh', ofNewer('newer')),
      /was made with migration 29990101000000, which is not at that place in supabase\/migrations/,
    );
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
      ['restore', [good]],
    ] as const) {
      const printed = await runScript(script, args, { ...environment, NBW_BACKUPS: backups });
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
    const { code, out, err } = await onProject('restore', hosted, good);
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
    await keep(source, submission);
    expect(await onProject('backup', source)).toMatchObject({ code: 0 });
    const last = join(backups, readdirSync(backups).sort().at(-1) ?? '');
    await call(source, 'withdraw_response', { code });
    const tombs = await source.sql(`select encode(id_hash, 'hex') as hash from private.withdrawn`);
    await target.sql(`insert into private.withdrawn values (decode($1, 'hex'))`, [tombs[0]?.hash]);
    const { out } = await onProject('restore', target, last);
    expect(out).toContain('Withdrawn or removed since then, and deleted again: 1.');
    expect(await responses()).toBe(3);
  });
});

test('backups go when the days are over that the pages promise, and nothing else in their folder does', () => {
  const old = join(folder, 'old');
  mkdirSync(old);
  const name = (days: number, end = '') =>
    `${new Date(Date.now() - days * 86_400_000).toISOString().replaceAll(/[:.]/g, '-')}-20261124090550.backup.gz${end}`;
  const kept = ['notes.txt', '2020-01-01.backup.gz', name(29)];
  for (const file of [...kept, name(31), name(40, '.part')]) writeFileSync(join(old, file), '');
  expect(dropOldBackups(old, 30)).toBe(2);
  expect(readdirSync(old).sort()).toEqual(kept.sort());
  expect(dropOldBackups(old, 0)).toBe(1);
  rmSync(old, { recursive: true });
  expect(dropOldBackups(old, 30)).toBe(0);
});
