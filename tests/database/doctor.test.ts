import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import { examine } from '../../scripts/doctor/examine.ts';
import type { Plan } from '../../scripts/doctor/facts.ts';
import { digestOf } from '../../scripts/instrument/frozen.ts';
import { siteSettings } from '../../scripts/server/siteSettings.ts';
import { startMigrated } from './harness/migratedOnce.ts';
import { controller, placeholder, type ControllerFacts } from '../../src/controller.ts';
import { databaseNames, type Database } from './harness/database.ts';
import { openDatabase } from './harness/openDatabase.ts';
import { runScript } from './harness/runScript.ts';
import { serveAsHosted, type Hosting } from './harness/serveAsHosted.ts';

/** Put together here, so that no file of git holds what looks like a key. */
const someKey = `sb_secret_${'x'.repeat(22)}_${'y'.repeat(8)}`;
const projectUrl = 'https://abcdefghijklmnopqrst.supabase.co';

const filledIn: ControllerFacts = {
  ...controller,
  name: 'Acme Research',
  contact: 'data@acme.org',
  funding: 'Acme pays for it.',
  interests: 'Acme advises nobody who hires.',
  pagesHost: { name: 'Netlify', country: 'the United States', isProcessor: true },
  databaseHost: { name: 'Supabase', country: 'Germany', isProcessor: true },
  transfers: 'Netlify sees the addresses of visitors in the United States, under its Data Privacy Framework.',
  backupDays: 30,
  opened: '2026-11-01',
};

/** As it comes with the code, whatever the owner of this copy has written. */
const notFilledIn: ControllerFacts = {
  ...controller,
  ...placeholder,
  pagesHost: placeholder.host,
  databaseHost: placeholder.host,
  opened: undefined,
};

/** A checkout with everything frozen, and a site built from it. */
function checkout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'no-but-why-doctor-'));
  cpSync('supabase/migrations', join(folder, 'supabase/migrations'), { recursive: true });
  const paths = readdirSync('supabase/migrations').map((name) => `supabase/migrations/${name}`);
  const files = Object.fromEntries(paths.map((path) => [path, digestOf(readFileSync(path, 'utf8'))]));
  writeFileSync(join(folder, 'supabase/frozen.json'), JSON.stringify({ files, meanings: {} }));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/index.html'), '<p>sb_secret_ is how a secret key begins.</p>');
  writeFileSync(join(folder, '.env'), `SUPABASE_SECRET_KEY=${someKey}`, { mode: 0o600 });
  writeFileSync(join(folder, '.gitignore'), '.env\ndist\n');
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  return folder;
}
const addAll = (folder: string) => execFileSync('git', ['add', '--all'], { cwd: folder });

let ours: string;
beforeAll(() => {
  ours = checkout();
  addAll(ours);
});
afterAll(() => {
  rmSync(ours, { recursive: true });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A database as an owner leaves it who has taken every step of docs/operate/launch.md. */
async function launched(name: Database['name']): Promise<Database> {
  const database = await openDatabase(name, 'explicit grants');
  const settings = { ...siteSettings, site_url: 'https://acme.org/why', moderator_second_factor: '1' };
  await database
    .as('service_role')
    .sql('select public.change_settings($1::jsonb)', [JSON.stringify(settings)]);
  await database.as('service_role').sql('select public.record_backup(0)');
  // Neither database here has pg_cron.
  await database.sql(
    'create or replace function private.is_scheduled() returns boolean language sql as $$ select true $$',
  );
  return database;
}

interface Changes {
  readonly env?: Plan['env'];
  readonly controller?: Partial<ControllerFacts>;
  readonly hosting?: Hosting;
  readonly sql?: string;
  readonly root?: string;
}

/** What the doctor says about what of a launched project after changes, and how it asked. */
async function examined(
  database: Database,
  { env, controller: facts, hosting, sql, root = ours }: Changes = {},
) {
  const hosted = await serveAsHosted(database, hosting);
  try {
    if (sql !== undefined) await database.script(sql);
    const send = fetch;
    vi.stubGlobal('fetch', (address: string, init: RequestInit) =>
      send(address.replace(projectUrl, hosted.url), init),
    );
    const findings = await examine({
      env: {
        SITE_URL: 'https://acme.org/why/',
        PUBLIC_SUPABASE_URL: projectUrl,
        PUBLIC_SUPABASE_PUBLISHABLE_KEY: hosted.publishableKey,
        SUPABASE_SECRET_KEY: hosted.secretKey,
        ...env,
      },
      controller: { ...filledIn, ...facts },
      root,
      dist: join(root, 'dist'),
    });
    const of = (state: string) =>
      Object.fromEntries(
        findings.filter((one) => one.state === state).map(({ about, says }) => [about, says]),
      );
    return { ok: of('ok'), toDo: of('to do'), notSeen: of('not seen'), methods: new Set(hosted.methods) };
  } finally {
    hosted.close();
  }
}

const like = (text: string): unknown => expect.stringContaining(text);

describe.each(databaseNames)('npm run doctor, before a project on %s', (name) => {
  let database: Database;
  beforeEach(async () => {
    database = await launched(name);
  });
  afterEach(() => database.close());

  test('that is as it should be: every line is ok, and nothing but GET was sent', async () => {
    const { ok, toDo, notSeen, methods } = await examined(database);
    expect({ toDo, notSeen }).toEqual({ toDo: {}, notSeen: {} });
    expect(Object.keys(ok)).toHaveLength(22);
    expect(methods).toEqual(new Set(['GET']));
  });

  test('that is a clone with an address', async () => {
    const { toDo, notSeen } = await examined(database, {
      env: { SITE_URL: 'http://acme.org', PUBLIC_SUPABASE_PUBLISHABLE_KEY: '' },
      controller: notFilledIn,
    });
    expect(toDo).toEqual({
      Controller: like('Fill in name, contact, funding and interests'),
      Hosts: like('Fill in pagesHost and databaseHost'),
      'Opening day': like('Fill in opened'),
      'Site address': like('https://'),
      'Publishable key': like('Set PUBLIC_SUPABASE_PUBLISHABLE_KEY'),
    });
    expect(Object.keys(notSeen)).toEqual(['Database version']);
  });

  test('whose steps were taken by half', async () => {
    const { toDo, notSeen } = await examined(database, {
      hosting: { signUpIsOpen: true },
      sql: `delete from supabase_migrations.schema_migrations where version = '20261124090550';
        create or replace function private.is_scheduled() returns boolean language sql as $$ select false $$;
        update private.setting set value = '0' where name = 'moderator_second_factor';
        update private.setting set value = 'Why?' where name = 'site_name';
        update private.setting set value = '' where name = 'site_url';`,
    });
    expect(toDo).toEqual({
      'Database version': like('lacks 20261124090550'),
      'Sign-up': like('anybody can make an account'),
      Maintenance: like('schedule_maintenance()'),
      'Second factor': like('moderator_second_factor=1'),
      Name: like('--from-site'),
      'Feed links': like('--from-site": links in feeds of comments lead to whatever address somebody'),
    });
    expect(notSeen).toEqual({});
  });

  test('that somebody has changed by hand', async () => {
    const { toDo, notSeen } = await examined(database, {
      hosting: { believesCallers: true, schemas: ['public', 'private'] },
      sql: `grant execute on function public.status() to anon;
        create function public.hello() returns text language sql as $$ select 'hello' $$;
        grant execute on function public.hello() to authenticated;
        revoke execute on function public.comment(jsonb) from anon;
        create table public.notes (note text);
        grant select (note) on public.notes to authenticated;
        grant usage on schema private to anon;
        grant select on private.comment to anon;`,
    });
    expect(toDo).toEqual({
      Tables: like('Visitors have rights on private.comment and public.notes'),
      Functions: like(
        'anon may call status(), anon may not call comment(request jsonb) and authenticated may call hello()',
      ),
      'Limits per visitor': like('client_address_header=none": anybody can write'),
    });
    expect(notSeen).toEqual({});
  });

  test('of somebody careless', async () => {
    const root = checkout();
    onTestFinished(() => {
      rmSync(root, { recursive: true });
    });
    writeFileSync(join(root, 'notes.txt'), `The key is ${someKey}.`);
    chmodSync(join(root, '.env'), 0o640);
    const SUPABASE_DB_URL = 'postgresql://postgres:password@db.invalid:5432/postgres';
    writeFileSync(join(root, 'dist/notes.html'), `<p>${SUPABASE_DB_URL}</p>`);
    writeFileSync(join(root, 'supabase/migrations/20261124090550_status.sql'), '-- Edited.');
    addAll(root);
    const { toDo, notSeen } = await examined(database, {
      root,
      env: { SUPABASE_DB_URL },
      sql: `delete from private.backup;
        insert into supabase_migrations.schema_migrations (version) values ('20991231000000');`,
    });
    expect(toDo).toEqual({
      'Keys in git': like('notes.txt'),
      'Keys in .env': like('Run "chmod 600 .env"'),
      'Keys in the site': like('notes.html'),
      Migrations: like('20261124090550_status.sql'),
      'Database version': like('20991231000000'),
      Backups: like('the database knows of none'),
    });
    expect(notSeen).toEqual({});
  });
});

describe('npm run doctor', () => {
  let database: Database;
  beforeAll(async () => {
    database = await launched('PGlite');
  });
  afterAll(() => database.close());

  test('without the secret key sees what a visitor can, and says what it did not see', async () => {
    const { toDo, notSeen } = await examined(database, {
      env: { SUPABASE_SECRET_KEY: undefined },
      hosting: { schemas: ['public', 'private'] },
      sql: `grant execute on function public.moderators() to anon;
        grant usage on schema private to anon;
        grant select on private.comment to anon;`,
    });
    await database.script(`revoke execute on function public.moderators() from anon;
      revoke usage on schema private from anon;
      revoke select on private.comment from anon;`);
    expect(toDo).toEqual({
      Functions: like('anon may call moderators()'),
      Tables: like('private.comment'),
    });
    expect(Object.keys(notSeen)).toEqual([
      'Secret key',
      'Maintenance',
      'Limits per visitor',
      'Second factor',
      'Backups',
      'Name',
      'Feed links',
    ]);
  });

  test.each([
    ['Database version', 'Copy the publishable key', { PUBLIC_SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x' }],
    ['Database version', 'is awake', { PUBLIC_SUPABASE_URL: 'https://nowhere.invalid' }],
    ['Secret key', 'Copy the secret key', { SUPABASE_SECRET_KEY: 'sb_secret_of_another' }],
    ['Secret key', 'Copy the secret key', { SUPABASE_SECRET_KEY: 'sb_publishable_of_tests' }],
    ['Publishable key', 'every visitor would get it', { PUBLIC_SUPABASE_PUBLISHABLE_KEY: someKey }],
    [
      'Publishable key',
      'every visitor would get it',
      {
        PUBLIC_SUPABASE_PUBLISHABLE_KEY: `eyJhbGciOiJIUzI1NiJ9.${Buffer.from('{"role":"service_role"}').toString('base64url')}.x`,
      },
    ],
    ['Site address', 'Set SITE_URL', { SITE_URL: undefined }],
  ])('knows another fault of %s: %s', async (about, says, env) => {
    const { toDo } = await examined(database, { env });
    expect(toDo).toEqual({ [about]: like(says) });
  });

  test('knows an address that nobody else can open, and feeds that lead to another', async () => {
    expect((await examined(database, { env: { SITE_URL: 'https://nobutwhy.example/' } })).toDo).toEqual({
      'Site address': like('nobody else can open'),
      'Feed links': like('lead to https://acme.org/why, and not to https://nobutwhy.example.'),
    });
  });

  test('does not take feeds that lead anywhere for right where SITE_URL is not set either', async () => {
    const sql = "update private.setting set value = '' where name = 'site_url'";
    const { toDo } = await examined(database, { env: { SITE_URL: undefined }, sql });
    await database.script(
      "update private.setting set value = 'https://acme.org/why' where name = 'site_url'",
    );
    expect(toDo).toEqual({
      'Site address': like('Set SITE_URL'),
      'Feed links': like('once SITE_URL is set'),
    });
  });

  test.each([
    [0, like('says that none are made')],
    [1, like('gone after 1 day.')],
  ])('compares the last backup with a promise of %s days', async (backupDays, says) => {
    const sql = "update private.backup set at = now() - interval '40 hours'";
    expect((await examined(database, { controller: { backupDays }, sql })).toDo).toEqual({ Backups: says });
  });

  test('reads what the embedded server answers as rightly as a hosted project', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'no-but-why-doctor-'));
    const server = await startMigrated({ port: 0, dataDir, distDir: 'public' });
    const env = {
      SITE_URL: 'https://acme.org',
      PUBLIC_SUPABASE_URL: server.url,
      PUBLIC_SUPABASE_PUBLISHABLE_KEY: server.publishableKey,
      SUPABASE_SECRET_KEY: server.secretKey,
    };
    const plan = { env, controller: { ...filledIn, backupDays: 0 }, root: ours };
    const findings = await examine(plan).finally(() => server.close());
    rmSync(dataDir, { recursive: true });
    expect(
      Object.fromEntries(
        findings.filter(({ state }) => state !== 'ok').map(({ about, says }) => [about, says]),
      ),
    ).toEqual({
      'Database address': like('is this machine'),
      Maintenance: like('pg_cron'),
      // @supabase/lite grants them by itself; the API does not show their schema, and row level security has no policy.
      Tables: like('Visitors have rights on private.'),
      'Limits per visitor': like('names no visitor here'),
      'Second factor': like('moderator_second_factor=1'),
      'Feed links': like('--from-site'),
    });
  });

  test('asked of another project as launch.md says sends it no key of this one, and only reads', async () => {
    const [, assignments = ''] =
      /write `(PUBLIC_SUPABASE_URL=ADDRESS [^`]*)` before the command/.exec(
        readFileSync('docs/operate/launch.md', 'utf8'),
      ) ?? [];
    const another = await serveAsHosted(database);
    const folder = mkdtempSync(join(tmpdir(), 'no-but-why-doctor-'));
    writeFileSync(
      join(folder, '.env'),
      `PUBLIC_SUPABASE_URL=${projectUrl}\nPUBLIC_SUPABASE_PUBLISHABLE_KEY=sb_publishable_own\nSUPABASE_SECRET_KEY=${someKey}\n`,
    );
    const written = assignments.replace('ADDRESS', another.url).replace('=KEY', `=${another.publishableKey}`);
    const { out } = await runScript('doctor', [], {
      ...Object.fromEntries(written.split(' ').map((word) => word.split(/=(.*)/, 2) as [string, string])),
      NBW_ENV: folder,
    });
    another.close();
    rmSync(folder, { recursive: true });
    expect(out).toMatch(/^ok {8}Database version +The database has had the/m);
    expect(out).toMatch(/^not seen {2}Secret key +Not seen: SUPABASE_SECRET_KEY is not set here/m);
    expect(new Set(another.keys)).toEqual(
      new Set([another.publishableKey, `Bearer ${another.publishableKey}`]),
    );
    expect(new Set(another.methods)).toEqual(new Set(['GET']));
  });

  test('ends with an error as long as something is to do', async () => {
    const { code, out, err } = await runScript('doctor', [], {});
    expect(code).toBe(1);
    expect(out).toMatch(/^to do {5}Site address +Set SITE_URL/m);
    expect(out).not.toMatch(/^ {4}at /m);
    expect(err).toMatch(/^\d things are to do before the site is public: see the lines/);
  });
});

describe('npm run build', () => {
  test('for the public asks the doctor, and stops before it builds', async () => {
    const { code, out, err } = await runScript('build', [], {
      SITE_URL: 'https://acme.org',
      PUBLIC_SUPABASE_URL: 'http://127.0.0.1:9',
    });
    expect(code).toBe(1);
    expect(out).toContain('is this machine, which no visitor reaches');
    expect(out).not.toContain('Cards and feeds');
    expect(err).toMatch(/ things are to do before a public build: /);
  });
});
