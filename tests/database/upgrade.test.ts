import { execSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../scripts/postgresql/temporaryFolder.ts';

/** What "npm start" does with a database that had other migrations: nothing is ever lost, and nothing half done. */

const backups = join(tmpdir(), `no-but-why-upgrade-${process.pid}`);
process.env.NBW_BACKUPS = backups;
// Files share their modules (vitest.config.ts), and folders are read where they are first asked for.
vi.resetModules();
const { openEmbeddedSupabase } = await import('../../scripts/server/embeddedSupabase.ts');
const { openDatabase } = await import('../../scripts/server/embeddedDatabase.ts');
const { folders } = await import('../../scripts/command/folders.ts');
const { ensureSecrets } = await import('../../scripts/server/secrets.ts');

const first = `create schema private;
create table private.answer (id integer primary key, made_up boolean not null);
alter table private.answer enable row level security;`;
const files = {
  '20260101000000_answers.sql': first,
  '20260101000001_more.sql': 'alter table private.answer add column more text;',
};
const third = '20260101000002_third.sql';
const fourth = '20260101000003_fourth.sql';

const { path: folder, remove } = temporaryFolder('upgrade');
const [dataDir, migrations, template] = [
  join(folder, 'data'),
  join(folder, 'migrations'),
  join(folder, 'template'),
];
const write = (name: string, sql: string): void => {
  writeFileSync(join(migrations, name), sql);
};
const database = join(dataDir, 'database');

async function start(): Promise<readonly string[]> {
  const { said, close } = await openEmbeddedSupabase(dataDir, migrations);
  await close();
  return said;
}

/** The rows, the columns and the history, without a migration. */
async function held(): Promise<unknown> {
  const { connection } = await openDatabase(database, ensureSecrets(dataDir));
  const { rows } = await connection.driver.query(
    `select (select jsonb_agg(answer) from private.answer) as rows,
       (select jsonb_agg(version order by version) from supabase_migrations.schema_migrations) as versions`,
  );
  await connection.close();
  return rows[0];
}

async function sql(text: string): Promise<void> {
  const { connection } = await openDatabase(database, ensureSecrets(dataDir));
  await connection.driver.exec(text);
  await connection.close();
}

const before = {
  rows: [{ id: 1, made_up: false, more: 'kept' }],
  versions: ['20260101000000', '20260101000001'],
};

/** The sentence that a start ends in; the database and its folder are as they were. */
async function refusal(kept: unknown = before): Promise<string> {
  const said = await start().then(
    () => 'It started.',
    (error: unknown) => String(error),
  );
  expect(await held()).toEqual(kept);
  expect(readdirSync(dataDir).sort()).toEqual(['database', 'lock', 'lock.holder', 'secrets.json']);
  expect(said).toMatch(/^PlainError: [^\n]*\.$/);
  return said;
}

beforeEach(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  rmSync(migrations, { recursive: true, force: true });
  rmSync(backups, { recursive: true, force: true });
  mkdirSync(migrations);
  for (const [name, text] of Object.entries(files)) write(name, text);
  if (existsSync(template)) {
    cpSync(template, dataDir, { recursive: true });
    return;
  }
  expect(await start()).toEqual(['Migrations applied to the local database: 2.']);
  await sql(`insert into private.answer values (1, false, 'kept')`);
  cpSync(dataDir, template, { recursive: true });
});
afterAll(() => {
  remove();
  rmSync(backups, { recursive: true, force: true });
  delete process.env.NBW_BACKUPS;
  vi.resetModules();
});

test('the folder of backups is that of this test', () => {
  expect(folders.backups).toBe(backups);
});

describe('migrations that the database lacks', () => {
  test('are named and applied, after a backup that is named', async () => {
    write(third, 'alter table private.answer add column third integer default 3;');
    write(
      fourth,
      `alter table private.answer add column fourth integer default 4;
      create function public.record_backup(responses integer) returns void language sql as
        $$ update private.answer set more = 'noted ' || responses $$;`,
    );
    const [missing, backup] = await start();
    expect(missing).toBe(`The local database lacked 2 migrations of this code: ${third}, ${fourth}.`);
    const [file = '', ...others] = readdirSync(backups);
    expect(others).toEqual([]);
    expect(backup).toBe(`A backup was made first, ${join(backups, file)}, then they were applied.`);
    expect(file).toMatch(/-20260101000001-local-\d+\.backup\.gz$/);
    expect(await held()).toMatchObject({ rows: [{ id: 1, more: 'noted 0', third: 3, fourth: 4 }] });
    expect(await start()).toEqual([]);
    expect(readdirSync(backups)).toEqual([file]);
  });

  test('leave everything as it was when the second of two fails, and are applied when it is mended', async () => {
    write(third, 'alter table private.answer add column third integer default 3;');
    write(fourth, 'delete from private.answer; select no_such_thing;');
    const said = await refusal();
    const [file = ''] = readdirSync(backups);
    expect(said).toContain(
      `Migration ${fourth} was not applied, and nothing was changed by it: column "no_such_thing" does not exist; that was in a copy, the local database in ${dataDir} is as it was, and ${join(backups, file)} is a backup of it.`,
    );
    write(fourth, 'select 1;');
    await start();
    expect(await held()).toMatchObject({ rows: [{ id: 1, third: 3 }] });
  });

  test('one that somebody had applied by half by hand is refused, and nothing is lost', async () => {
    write(
      third,
      'alter table private.answer add column third integer; create table private.other (id integer);',
    );
    await sql('create table private.other (id integer)');
    expect(await refusal()).toContain('relation "other" already exists; that was in a copy');
  });
});

describe('a database that had other migrations is left as it is, and the sentence says what to do', () => {
  const back = (file: string) =>
    `; its last backup is ${file}, to which "npm run restore -- --replace ${file}" goes back.`;

  test('a changed file', async () => {
    write('20260101000001_more.sql', 'alter table private.answer add column less text;');
    const said = await refusal();
    expect(said).toContain(
      'was built with another text of supabase/migrations/20260101000001_more.sql, and was left as it is: put that file back',
    );
    expect(said).toContain('; "npm run backup" makes a backup of it.');
  });

  test('a database of newer code, with the backup of before it', async () => {
    write(third, 'select 1;');
    await start();
    rmSync(join(migrations, third));
    const [file = ''] = readdirSync(backups);
    const said = await refusal({ ...before, versions: [...before.versions, '20260101000002'] });
    expect(said).toContain(
      `was brought by newer code to supabase/migrations/${third}, which this code does not have, and was left as it is: use the newer code again`,
    );
    expect(said).toContain(back(join(backups, file)));
  });

  test('and never a backup of another database, or a command that would mean another one', async () => {
    mkdirSync(backups);
    const ofProject = '2099-01-01T00-00-00-000Z-20260101000001-abcdefghijklmnopqrst.backup.gz';
    for (const name of [ofProject, '2099-01-01T00-00-00-000Z-20260101000001.backup.gz'])
      writeFileSync(join(backups, name), '');
    write('20260101000001_more.sql', 'select 2;');
    expect(await refusal()).toContain('; "npm run backup" makes a backup of it. ');
    vi.stubEnv('SUPABASE_DB_URL', 'postgresql://postgres@db.example.org/postgres');
    expect(await refusal()).toContain(
      '; "npm run backup" makes a backup of it, without the project in .env. ',
    );
    vi.unstubAllEnvs();
  });

  test('nor one of a local database that was there before', async () => {
    write(third, 'select 1;');
    await start();
    expect(readdirSync(backups)).toHaveLength(1);
    renameSync(database, `${database}.mine`);
    await start();
    rmSync(join(migrations, third));
    const said = await start().catch(String);
    expect(said).toContain('; "npm run backup" makes a backup of it. ');
    expect(said).not.toContain('restore');
    // Its own again, by whatever name it had meanwhile.
    rmSync(database, { recursive: true });
    renameSync(`${database}.mine`, database);
    expect(await start().catch(String)).toContain(back(join(backups, readdirSync(backups)[0] ?? '')));
  });

  test('a file that is gone', async () => {
    rmSync(join(migrations, '20260101000000_answers.sql'));
    expect(await refusal()).toContain(
      'was built with supabase/migrations/20260101000000_answers.sql, which is gone',
    );
  });

  test('a file that was slipped in', async () => {
    write('20251231000000_early.sql', 'select 1;');
    expect(await refusal()).toContain(
      'was built without supabase/migrations/20251231000000_early.sql, which lies before what it has had',
    );
  });

  test('an owner who has answered and changes a question goes on with an empty one, and has the other back by its name', async () => {
    const more = '20260101000001_more.sql';
    write(more, 'alter table private.answer add column less text;');
    const said = await refusal();
    const [, named = ''] = /To go on with an empty one and lose nothing, rename (\S+)\.$/.exec(said) ?? [];
    expect(named).toBe(database);
    renameSync(named, `${named}.mine`);
    expect(await start()).toEqual(['Migrations applied to the local database: 2.']);
    expect(await held()).toEqual({ ...before, rows: null });
    // The change taken back, and what was written before it as it was.
    rmSync(database, { recursive: true });
    renameSync(`${named}.mine`, named);
    write(more, files[more]);
    expect(await start()).toEqual([]);
    expect(await held()).toEqual(before);
    // Then frozen and made again, it is a migration of its own.
    write(third, 'alter table private.answer add column less text;');
    await start();
    expect(await held()).toMatchObject({ rows: [{ id: 1, made_up: false, more: 'kept', less: null }] });
  });

  test('the way out of a changed file leads in a repository to a migration of its own, step for step', async () => {
    write('20260101000001_more.sql', 'select 2;');
    const said = await refusal();
    const steps = said.match(
      /git stash(?: apply| show --patch)?|npm run instrument(?: -- --freeze)?|\bcommit(?=,)|git checkout HEAD [^)]+/g,
    );
    const repository = join(folder, 'repository');
    const shell = (command: string) =>
      execSync(command, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const edit = (path: string, from: string, to: string): void => {
      const text = readFileSync(join(repository, path), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(repository, path), text.replace(from, to));
    };
    for (const part of ['src', 'scripts', 'supabase', 'docs', 'package.json'])
      cpSync(part, join(repository, part), { recursive: true });
    symlinkSync(join(folders.root, 'node_modules'), join(repository, 'node_modules'));
    const run: Readonly<Record<string, string>> = {
      commit:
        'git add src scripts supabase docs package.json && git -c user.name=a -c user.email=a@b.c commit --quiet --message a',
      'npm run instrument': 'node scripts/instrument.ts',
      'npm run instrument -- --freeze': 'node scripts/instrument.ts --freeze',
    };
    const take = (step: string): string => {
      // Nobody is asked for a name, which a machine need not have.
      const printed = shell(
        run[step] ?? step.replace(/^git stash$/, 'git -c user.name=a -c user.email=a@b.c stash'),
      );
      if (step === 'git stash apply')
        expect(() => shell('node scripts/instrument.ts')).toThrow(/_receipt_codes\.sql is frozen/);
      return printed;
    };
    shell('git init --quiet');
    take('commit');
    const sent = "sha256(convert_to(code, 'UTF8'))";
    edit('src/survey/database/receiptSql.ts', sent, sent.replace('UTF8', 'utf8'));
    take('npm run instrument');
    const byHand = 'supabase/migrations/20261124090550_status.sql';
    edit(byHand, '-- What', '-- By hand: what');
    expect(shell('git status --porcelain')).toContain('_receipt_codes.sql');
    expect(steps).toEqual([
      'git stash',
      'npm run instrument -- --freeze',
      'commit',
      'git stash apply',
      'git checkout HEAD supabase/migrations src/release/package/registrations.ts',
      'npm run instrument',
      'git stash show --patch',
    ]);
    const printed = (steps ?? []).map(take);
    const made = shell('git status --porcelain --untracked-files=all -- supabase').trim();
    expect(made).toMatch(/^\?\? supabase\/migrations\/\d{14}_functions\.sql$/);
    expect(readFileSync(join(repository, made.slice(3)), 'utf8')).toContain("convert_to(code, 'utf8')");
    expect(printed.at(-1)).toContain('+-- By hand: what');
    rmSync(repository, { recursive: true });
  });

  test('nobody is told to remove data unless every row is made up', async () => {
    write('20260101000001_more.sql', 'select 2;');
    expect(await refusal()).not.toMatch(/remove/i);
    await sql('update private.answer set made_up = true');
    expect(await refusal({ ...before, rows: [{ id: 1, made_up: true, more: 'kept' }] })).toContain(
      `All its answers are made up: to have it made anew, remove ${database}.`,
    );
    await sql(`insert into private.answer values (2, false, 'somebody')`);
    const both = [
      { id: 1, made_up: true, more: 'kept' },
      { id: 2, made_up: false, more: 'somebody' },
    ];
    expect(await refusal({ ...before, rows: both })).not.toMatch(/remove/i);
  });
});

describe('a start that was broken off', () => {
  test('while it copied or migrated the copy', async () => {
    cpSync(join(database, 'base'), join(dataDir, 'database.next', 'base'), { recursive: true });
    expect(await start()).toEqual([]);
    expect(existsSync(join(dataDir, 'database.next'))).toBe(false);
    expect(await held()).toEqual(before);
  });

  test('between the two steps of the exchange', async () => {
    renameSync(database, join(dataDir, 'database.former'));
    cpSync(join(dataDir, 'database.former', 'base'), join(dataDir, 'database.next', 'base'), {
      recursive: true,
    });
    expect(await start()).toEqual([]);
    expect(await held()).toEqual(before);
    expect(readdirSync(dataDir).sort()).toEqual(['database', 'lock', 'lock.holder', 'secrets.json']);
  });

  test('after both', async () => {
    cpSync(join(database, 'base'), join(dataDir, 'database.former', 'base'), { recursive: true });
    expect(await start()).toEqual([]);
    expect(await held()).toEqual(before);
    expect(existsSync(join(dataDir, 'database.former'))).toBe(false);
  });
});

test('files that PGlite cannot read are left where they are, with the way back', async () => {
  write(third, 'select 1;');
  await start();
  const [file = ''] = readdirSync(backups);
  const damaged = join(database, 'global', 'pg_control');
  writeFileSync(damaged, Buffer.alloc(8192));
  const said = await start().catch(String);
  expect(said).toMatch(
    /^PlainError: The local database in [^\n]* cannot be read \([^\n]*\), and was left as it is: [^\n]*\.$/,
  );
  expect(said).toContain(
    `: the last backup made here of a local database is ${join(backups, file)}, to which`,
  );
  expect(existsSync(damaged)).toBe(true);
});
