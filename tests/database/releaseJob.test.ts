import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeholder } from '../../src/controller.ts';
import { release, type Release } from '../../src/release/release.ts';
import { findSeries } from '../../src/release/findSeries.ts';
import { PROGRESS_FILE, progressText, readProgress } from '../../src/release/progress.ts';
import { releaseFolder } from '../../src/release/package/releaseFolder.ts';
import { CHECKSUM_FILE, packageChecksum } from '../../src/release/verify/refuseEdited.ts';
import { fillIn, owner } from '../build/harness/fillIn.ts';
import { copySite, type SiteCopy } from '../build/harness/siteCopy.ts';
import { crowd } from '../examples/crowds.ts';
import { publisher as ours } from '../examples/publisher.ts';
import { sampleRespondents } from '../../src/sample/sampleRespondents.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { serveAsProject, type Project } from './harness/serveAsProject.ts';
import { temporaryFolder, type TemporaryFolder } from '../../scripts/postgresql/temporaryFolder.ts';

const publisher = { ...ours, name: owner.name, opened: owner.opened };
const commit = 'c0ffee'.padEnd(40, '0');
const month = new Date().toISOString().slice(0, 7);

onEveryDatabase('explicit grants', (database, name) => {
  let project: Project;
  let temporary: TemporaryFolder;
  let folder: string;
  /** The code, with its controller filled in. */
  let copy: SiteCopy;
  beforeAll(async () => {
    copy = copySite();
    fillIn(copy.folder);
    project = await serveAsProject(database());
    temporary = temporaryFolder('releases');
    // A folder inside it, so that what a test moves away stays in reach.
    folder = join(temporary.path, 'releases');
    await mkdir(folder);
  });
  afterAll(() => {
    project.close();
    temporary.remove();
    copy.remove();
  });

  /** Runs the command as a person would and returns what they would see. */
  const run = (...options: string[]) => runAt(publisher.address.href, {}, ...options);

  /** The same for a site at another address, or at none, and with other variables. */
  async function runAt(
    address: string | undefined,
    variables: Readonly<Record<string, string>>,
    ...options: string[]
  ) {
    const child = spawn(process.execPath, [join(copy.folder, 'scripts/release.ts'), ...options], {
      env: {
        ...process.env,
        ...(address !== undefined && { SITE_URL: address }),
        PUBLIC_SUPABASE_URL: project.url,
        SUPABASE_SECRET_KEY: project.secretKey,
        NBW_RELEASES: folder,
        SOURCE_COMMIT: commit,
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    return { out, err, code: child.exitCode };
  }

  /** People who answered some days ago. */
  async function arrive(people: ReturnType<typeof crowd>, daysAgo: number, madeUp = false): Promise<void> {
    for (const person of people)
      await database().sql('select private.keep($1::jsonb, false, $2)', [JSON.stringify(person), madeUp]);
    const ids = people.map(({ id }) => id);
    for (const side of ['job_seeker', 'employer'])
      await database().sql(
        `update private.${side} set since = (now() at time zone 'utc')::date - $2::integer,
           submitted_on = (now() at time zone 'utc')::date - $2::integer where id = any($1::uuid[])`,
        [ids, daysAgo],
      );
  }

  /** Makes the releases there are look as if they had been made days earlier. */
  const age = (days: number) =>
    database().sql(`update private.release set before = before - $1::integer`, [days]);

  const written = async (id: string): Promise<Release> =>
    release.parse(JSON.parse(await readFile(join(folder, id, 'release.json'), 'utf8')));
  const names = async () => (await readdir(folder)).toSorted();

  /** Every file of a release, as bytes. */
  async function filesOf(id: string): Promise<Map<string, Buffer>> {
    const found = (await readdir(join(folder, id))).toSorted();
    const read = found.map(async (name) => [name, await readFile(join(folder, id, name))] as const);
    return new Map(await Promise.all(read));
  }

  const people = crowd(460, 90);
  const [early, late] = [people.slice(0, 400), people.slice(400, 460)];
  const employers = people.slice(460);

  describe('progress', () => {
    const file = () => join(folder, PROGRESS_FILE);
    const read = async () => readProgress(PROGRESS_FILE, await readFile(file(), 'utf8'), today);
    const today = new Date().toISOString().slice(0, 10);
    const dayOf = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);

    /** Leaves so many job seekers who are counted, beside those who are not. */
    const leave = (counted: number) =>
      database().sql(
        `delete from private.job_seeker where standing = 'counted' and not made_up and since < $1::date and id not in (
           select id from private.job_seeker where standing = 'counted' and not made_up and since < $1::date
           order by id limit $2::integer)`,
        [today, counted],
      );

    beforeAll(async () => {
      const [held, ofToday, ...others] = early.slice(0, 62);
      await arrive(others, 3);
      await leave(39);
      // Each of these three alone would make the step 40.
      await database().sql('select private.keep($1::jsonb, true, false)', [JSON.stringify(held)]);
      await database().sql(
        'update private.job_seeker set since = since - 3, submitted_on = submitted_on - 3 where id = $1',
        [held?.id],
      );
      if (ofToday !== undefined) await arrive([ofToday], 0);
      await arrive(sampleRespondents({ seed: 'invented', jobSeekers: 1, employers: 0 }), 3, true);
      const [row] = await database().sql(
        `select count(*)::integer as all, count(*) filter (where standing = 'counted')::integer as counted from private.job_seeker`,
      );
      expect(row).toEqual({ all: 42, counted: 41 });
    });
    afterAll(async () => {
      await database().sql('delete from private.job_seeker');
      await rm(file(), { force: true });
    });

    test('a dry run says the step and writes nothing', async () => {
      expect(await run('--progress', '--dry-run')).toMatchObject({
        code: 0,
        err: '',
        out: expect.stringContaining(
          'Job seekers: 30. Employers: 0. Nothing was written: this was a dry run.\n',
        ) as string,
      });
      expect(await names()).toEqual([]);
    });

    test('is of those who are counted, without the made-up, the held back and those of today', async () => {
      const { code, err, out } = await run('--progress');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('Job seekers: 30. Employers: 0. Wrote src/content/releases/progress.json.\n');
      expect(await read()).toEqual({ counted: today, job_seeker: 30, employer: 0 });
      expect(await names()).toEqual([PROGRESS_FILE]);
    });

    test('is counted once a week at most', async () => {
      const before = await readFile(file());
      expect(await run('--progress')).toMatchObject({
        code: 1,
        err: `Progress is counted once a week at most: the last count is of ${today}, the next can be made on ${dayOf(-7)}.\n`,
      });
      expect(await readFile(file())).toEqual(before);
    });

    test('does not go down when people withdraw, and goes on where they come', async () => {
      const aged = { counted: dayOf(7), job_seeker: 30, employer: 0 };
      await leave(12);
      await writeFile(file(), progressText(aged));
      expect(await run('--progress')).toMatchObject({ code: 0, err: '' });
      expect(await read()).toEqual({ ...aged, counted: today });
      await arrive(early.slice(100, 160), 2);
      await leave(40);
      await writeFile(file(), progressText(aged));
      expect(await run('--progress')).toMatchObject({ code: 0, err: '' });
      expect(await read()).toEqual({ ...aged, counted: today, job_seeker: 40 });
    });
  });

  describe('one release after another', () => {
    test('with an empty database there is nothing to release', async () => {
      expect(await run()).toMatchObject({
        code: 1,
        err: expect.stringMatching(/^No answers from before today/) as string,
      });
    });

    test('whether one is due is said in one line, without a number', async () => {
      expect(await run('--due')).toMatchObject({ out: 'due=no\n', err: '', code: 0 });
    });

    test('with too few on both sides it says how many each has and needs, and nothing else', async () => {
      await arrive(early.slice(0, 38), 3);
      const [row] = await database().sql(
        `select count(*)::integer as n from private.job_seeker where standing = 'counted'`,
      );
      const { code, out, err } = await run();
      expect(code).toBe(1);
      expect(err).toBe(
        `Nothing was written. Job seekers: ${Number(row?.n)} of the 50 needed for their first release. Employers: 0 of the 50 needed for their first release.\n`,
      );
      expect(out).not.toContain('Withheld');
      await database().sql('delete from private.job_seeker');
    });

    test('today’s answers wait for tomorrow', async () => {
      await arrive(early, 0);
      expect(await run()).toMatchObject({
        code: 1,
        err: expect.stringMatching(/counts whole days only/) as string,
      });
    });

    test('a dry run says what there would be and writes nothing', async () => {
      await database().sql(
        `update private.job_seeker set since = since - 40, submitted_on = submitted_on - 40`,
      );
      await arrive(employers.slice(0, 40), 40);
      const { out, code } = await run('--dry-run');
      expect(out).toContain('never released before');
      expect(out).toContain('Employers: 40 of the 50 needed for their first release.');
      expect(out).toContain(`Nothing was written: this was a dry run of the release “${month}”.`);
      expect(code).toBe(0);
      expect(await run('--due')).toMatchObject({ out: 'due=yes\n', err: '', code: 0 });
      expect(await names()).toEqual([]);
    });

    test('a release is named by its month, holds one side and withholds the other, and is remembered', async () => {
      expect(await run()).toMatchObject({ code: 0, err: '' });
      expect(await run('--due')).toMatchObject({ out: 'due=no\n', err: '', code: 0 });
      expect(await names()).toEqual([month]);
      const made = await written(month);
      expect(made).toMatchObject({ id: month, made_up: false, instrument: '1' });
      expect(made.commit).toBe(commit);
      expect(findSeries(made, 'E1', 'job_seeker').status).toBe('published');
      expect(findSeries(made, 'E3', 'employer_interviewed').status).toBe('withheld');
      const [recorded] = await database().sql('select id from private.release');
      expect(recorded).toEqual({ id: month });
    });

    test('its whole package is written with it, as the code makes it now', async () => {
      const files = await filesOf(month);
      const made = releaseFolder(await written(month), [], publisher);
      expect([...files.keys()]).toEqual([...made.keys()].toSorted());
      for (const [name, content] of made)
        expect(files.get(name)?.equals(Buffer.from(content)), name).toBe(true);
      expect(files.get('datapackage.json')?.toString()).toContain(`${publisher.address.href}data/${month}/`);
    });

    test('a second one in the month has to be asked for, and a day apart', async () => {
      expect(await run()).toMatchObject({ code: 1, err: expect.stringContaining('--again') as string });
    });

    test('nine newcomers change nothing that may be published', async () => {
      await age(30);
      await arrive(late.slice(0, 9), 3);
      const { err } = await run('--again');
      expect(err).toBe(
        'Nothing was written. Job seekers: 9 of the 10 needed that came or left since their last release. Employers: 40 of the 50 needed for their first release.\n',
      );
      expect(await names()).toEqual([month]);
    });

    test('sixty newcomers renew their side; the file says which numbers are older', async () => {
      await arrive(late.slice(9), 2);
      await arrive(employers.slice(40), 2);
      const first = await written(month);
      const before = await filesOf(month);
      const { code, err, out } = await run('--again');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/Withheld by P6, too few people came or left since an earlier release: \d+/);
      const second = await written(`${month}.2`);
      expect(second.tables.map(({ table }) => table)).toEqual(first.tables.map(({ table }) => table));
      const carried = second.tables.filter((table) => table.carried);
      expect(carried.length).toBeGreaterThan(0);
      for (const table of carried) expect(table.vintage).toBe(month);
      expect(findSeries(second, 'E1', 'job_seeker')).toMatchObject({ status: 'published', carried: false });
      expect(findSeries(second, 'E3', 'employer_interviewed').status).not.toBe('withheld');
      expect(await filesOf(month)).toEqual(before);
      const log = await readFile(join(folder, `${month}.2`, 'releases.csv'), 'utf8');
      expect(log).toContain(`,${month},`);
    });
  });

  describe('a release whose machine was lost after it was recorded', () => {
    const lost = `${month}.2`;

    test('is written again byte for byte, though a person whom it counts has withdrawn meanwhile', async () => {
      const before = [await filesOf(month), await filesOf(lost)];
      await rm(join(folder, lost), { recursive: true });
      await database().sql('delete from private.job_seeker where id = $1', [late[0]?.id]);
      expect(await run('--recorded')).toMatchObject({
        code: 0,
        err: '',
        out: expect.stringMatching(
          new RegExp(`Wrote the release “${lost}” as it was recorded to .*: commit that folder\\.\n$`),
        ) as string,
      });
      expect([await filesOf(month), await filesOf(lost)]).toEqual(before);
      expect((await run('--recorded')).out).toMatch(
        /Nothing was written: every recorded release is here\.\n$/,
      );
      expect([await filesOf(month), await filesOf(lost)]).toEqual(before);
    });

    test('is left to the code that made it', async () => {
      const away = join(folder, '..', `${lost}.away`);
      await rename(join(folder, lost), away);
      expect(
        await runAt(publisher.address.href, { SOURCE_COMMIT: 'decade'.padEnd(40, '0') }, '--recorded'),
      ).toMatchObject({
        code: 1,
        err: `The release ${lost} was made by the code of another commit: run this again after "git switch --detach ${commit}" and "npm ci", then "git switch main" and "npm ci", which leave the folder where it is.\n`,
      });
      expect(await names()).toEqual([month]);
      await rename(away, join(folder, lost));
    });

    test('is written at no other address, where its package would be another, and by no dry run', async () => {
      const away = join(folder, '..', `${lost}.away`);
      await rename(join(folder, lost), away);
      const { err, code } = await runAt('https://elsewhere.example/', {}, '--recorded');
      expect(code).toBe(1);
      for (const file of ['CITATION.cff', 'README.md', 'datapackage.json', `no-but-why-${lost}.zip`])
        expect(err).toContain(file);
      expect(err).toMatch(
        /^Nothing was written of the release [^\n]* would not be what was recorded, [^\n]* SITE_URL, now https:\/\/elsewhere\.example\/,[^\n]*\.\n$/,
      );
      expect(err).not.toContain('release.json');
      expect(await names()).toEqual([month]);
      expect((await run('--recorded', '--dry-run')).err).toBe(
        'Either --recorded or --dry-run: what was recorded is written, or left.\n',
      );
      expect((await run('--recorded', '--progress')).err).toBe(
        'Either --progress or --recorded: each does something else instead of a release.\n',
      );
      expect(await names()).toEqual([month]);
      await rename(away, join(folder, lost));
    });
  });

  describe('what stops the job before it writes', () => {
    // Long enough after the last release that another may be made.
    beforeAll(() => age(30));
    /** Of files and settings, which the job reads alike whatever the database is. */
    const testOnce = (title: string, check: () => Promise<void>): void => {
      if (name === 'PostgreSQL') test(title, check);
    };
    const file = (id: string) => join(folder, id, 'release.json');

    const checksumFile = (id: string) => join(folder, id, CHECKSUM_FILE);

    async function withFile(id: string, content: string, check: () => Promise<void>) {
      const was = await readFile(file(id), 'utf8');
      await writeFile(file(id), content);
      await check();
      await writeFile(file(id), was);
    }

    /** The same, where the editor made the checksum again. */
    const withChecksum = (id: string, content: string, check: () => Promise<void>) =>
      withFile(id, content, async () => {
        const was = await readFile(checksumFile(id), 'utf8');
        const files = await filesOf(id);
        files.delete(CHECKSUM_FILE);
        await writeFile(checksumFile(id), packageChecksum(files));
        await check();
        await writeFile(checksumFile(id), was);
      });

    testOnce('a missing earlier release', async () => {
      await rename(join(folder, month), join(folder, '..', `${month}.away`));
      const { err, code } = await run('--again');
      expect(code).toBe(1);
      expect(err).toBe(
        `The release ${month} was made from this database and src/content/releases/${month} is missing: get it with "git pull" where it was pushed, else write it as it was recorded with "npm run release -- --recorded".\n`,
      );
      await rename(join(folder, '..', `${month}.away`), join(folder, month));
    });

    testOnce('a release of another database', async () => {
      await mkdir(join(folder, '2020-01'));
      expect((await run('--again')).err).toContain('The database knows nothing of the release 2020-01');
      await rm(join(folder, '2020-01'), { recursive: true });
    });

    testOnce('a release edited by hand, or without its checksum', async () => {
      const was = await readFile(file(month), 'utf8');
      const path = `src/content/releases/${month}/release.json`;
      await withFile(month, was.replace(/"x":\d/, '"x":9'), async () => {
        expect((await run('--again')).err).toBe(
          `${path} was edited after the release and no longer matches its package.sha256: "git diff" shows what changed, and "git restore ${path}" puts it back.\n`,
        );
      });
      const away = join(folder, '..', 'checksums.away');
      await rename(checksumFile(month), away);
      expect((await run('--again')).err).toContain(
        `src/content/releases/${month}/package.sha256 is missing: "git restore`,
      );
      await rename(away, checksumFile(month));
    });

    testOnce('a file of an earlier package edited or lost, named', async () => {
      const table = join(folder, month, 'estimates.csv');
      const was = await readFile(table);
      await writeFile(table, `${was.toString()}\n`);
      expect((await run('--again')).err).toContain(
        `src/content/releases/${month}/estimates.csv was edited after the release`,
      );
      await rm(table);
      expect((await run('--again')).err).toContain(
        `src/content/releases/${month}/estimates.csv is missing: "git restore`,
      );
      await writeFile(table, was);
    });

    test('made-up people in a hosted database; with --real none of them is counted', async () => {
      const counted = (out: string) => /^Job seekers: .* counted/m.exec(out)?.[0];
      const { out: without } = await run('--again', '--dry-run');
      await arrive(sampleRespondents({ seed: 'invented', jobSeekers: 70, employers: 0 }), 5, true);
      const { err, code } = await run('--again');
      expect({ code, err }).toEqual({
        code: 1,
        err: `${project.url} holds made-up people, and nothing was released: use the database of the real site, or run "npm run release -- --real", which counts none of them.\n`,
      });
      const { out: real } = await run('--again', '--real', '--dry-run');
      expect(counted(without)).toBeDefined();
      expect(counted(real)).toBe(counted(without));
      expect(await names()).toEqual([month, `${month}.2`]);
      for (const side of ['job_seeker', 'employer'])
        await database().sql(`delete from private.${side} where made_up`);
    });

    test('responses that are held back, until somebody has decided', async () => {
      const [held] = crowd(1, 0);
      await database().sql('select private.keep($1::jsonb, true, false)', [
        JSON.stringify({ ...held, id: randomUUID(), receipt: randomBytes(32).toString('hex') }),
      ]);
      expect((await run('--again', '--dry-run')).err).toBe('');
      await database().sql(
        `update private.job_seeker set submitted_on = submitted_on - 1, since = since - 1 where f_burst`,
      );
      const { err, code } = await run('--again', '--dry-run');
      expect(code).toBe(1);
      expect(err).toMatch(
        /^The responses of \d{4}-\d\d-\d\d by \w+ came faster than people do and are held back: "npm run bursts" shows how/,
      );
      await database().sql(
        `select public.decide_burst(jsonb_build_object('day', submitted_on, 'channel', channel, 'keep', false, 'because', 'A robot.'))
         from private.job_seeker where f_burst`,
      );
      expect((await run('--again', '--dry-run')).err).toBe('');
      await database().sql('delete from private.job_seeker where f_burst');
    });

    testOnce('no address, or one that is none', async () => {
      expect((await runAt(undefined, {}, '--again')).err).toMatch(
        /^SITE_URL is not set: a data package names the/,
      );
      expect((await runAt('nobutwhy', {}, '--again')).err).toBe(
        'SITE_URL is “nobutwhy”, which is no address: write it whole, such as https://nobutwhy, or leave SITE_URL out.\n',
      );
    });

    testOnce('no owner, or no day on which the survey opened, whatever it would name', async () => {
      for (const [facts, says] of [
        [{ name: placeholder.name }, 'Fill in name in src/controller.ts'],
        [{ opened: undefined }, 'Fill in opened in src/controller.ts'],
        [{ opened: '9999-12-31' }, '9999-12-31 is still to come'],
      ] as const) {
        fillIn(copy.folder, { ...owner, ...facts });
        const { err, code } = await run('--again');
        expect(code).toBe(1);
        expect(err).toContain(says);
        expect(err).toMatch(/ Do that first: a data package keeps what it names for good\.\n$/);
      }
      fillIn(copy.folder);
      expect(await names()).toEqual([month, `${month}.2`]);
    });

    testOnce('a published cell edited by hand together with its checksum, named', async () => {
      const edited = await written(month);
      const group = edited.tables.find(({ table }) => table === 'E1 job_seeker')?.groups.answered;
      if (group?.status !== 'published' || group.cells.silent?.status !== 'published')
        throw new Error('E1 is withheld.');
      group.cells.silent.x += 1;
      await withChecksum(month, JSON.stringify(edited), async () => {
        expect((await run('--again')).err).toContain(
          `The release ${month}, E1 job_seeker, answered silent: the file and the ledger do not say the same.`,
        );
      });
    });

    testOnce('a table that counted something else in an earlier release', async () => {
      const made = await written(month);
      const other = { ...made, definitions: { ...made.definitions, 'E1 job_seeker': '0' } };
      await withChecksum(month, JSON.stringify(other), async () => {
        expect((await run('--again')).err).toContain(
          `E1 job_seeker counts other answers, or other people, than in the release ${month}: put it back`,
        );
      });
    });

    testOnce('a file that is no release', async () => {
      await withChecksum(month, '{"id": 1}', async () => {
        expect((await run('--again')).err).toContain(
          `src/content/releases/${month}/release.json is not a release (`,
        );
      });
      await withFile(month, 'half a fi', async () => {
        expect((await run('--again')).err).toContain('was edited after the release');
      });
    });

    test('a lost row of the ledger', async () => {
      const key = `table_name = 'E1 job_seeker' and category = 'answered'`;
      const [lost] = await database().sql(`delete from private.release_cells where ${key} returning *`);
      expect((await run('--again')).err).toContain('restore release_cells from its backup');
      await database().sql(
        `insert into private.release_cells select * from jsonb_populate_record(null::private.release_cells, $1::jsonb)`,
        [JSON.stringify(lost)],
      );
    });

    test('answers to a version of the questionnaire that the code does not know', async () => {
      // A database of newer code takes its version, so the constraint that knows this code's goes meanwhile.
      const [known] = await database().sql(
        `select pg_get_constraintdef(oid) as is from pg_constraint
         where conname = 'instrument_known' and conrelid = 'private.employer'::regclass`,
      );
      await database().sql('alter table private.employer drop constraint instrument_known');
      await database().sql(`update private.employer set instrument = '2'`);
      expect((await run('--again')).err).toBe(
        'The database holds answers to version 2 of the questionnaire, and this code knows 1: the database is newer than the code, so run this with the newer one.\n',
      );
      await database().sql(`update private.employer set instrument = '1'`);
      await database().sql(
        `alter table private.employer add constraint instrument_known ${String(known?.is)}`,
      );
    });

    testOnce('a job that was stopped half way', async () => {
      await mkdir(join(folder, `${month}.3.part`));
      expect((await run('--again')).err).toContain('stopped before anything was recorded: delete it');
      await rm(join(folder, `${month}.3.part`), { recursive: true });
      await rename(join(folder, `${month}.2`), join(folder, `${month}.2.part`));
      expect((await run('--again')).err).toContain(
        `rename src/content/releases/${month}.2.part to ${month}.2`,
      );
      await rename(join(folder, `${month}.2.part`), join(folder, `${month}.2`));
    });

    testOnce('an unknown option', async () => {
      expect(await run('--force')).toMatchObject({
        code: 1,
        err: 'npm run release takes --dry-run, --real, --sample, --again, --recorded, --progress and --due, written after a double dash: npm run release -- --dry-run\n',
      });
    });
  });
});
