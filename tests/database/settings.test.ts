import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StartedServer } from '../../scripts/server/startServer.ts';
import { startMigrated } from './harness/migratedOnce.ts';
import { site } from '../../src/site.ts';
import { call } from './harness/call.ts';
import { fetchFeed } from './harness/feed.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { refusal } from './harness/refusal.ts';
import { runScript } from './harness/runScript.ts';
import { serveAsProject, type Project } from './harness/serveAsProject.ts';
import { set } from './harness/submission.ts';

onEveryDatabase('explicit grants', (database) => {
  let project: Project;
  beforeAll(async () => {
    project = await serveAsProject(database());
  });
  afterAll(() => {
    project.close();
  });
  beforeEach(() => set(database(), { response_limit: 3, site_name: 'this site', challenge_limit: 60 }));

  const run = (...args: string[]) =>
    runScript('settings', args, {
      PUBLIC_SUPABASE_URL: project.url,
      SUPABASE_SECRET_KEY: project.secretKey,
    });
  const valueOf = async (name: string) =>
    (await database().sql('select value from private.setting where name = $1', [name]))[0]?.value;

  test('npm run settings lists each with its value, its meaning and what it takes', async () => {
    const { code, out, err } = await run();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const settings = await database().sql('select name, value, meaning from private.setting');
    expect(settings.length).toBeGreaterThan(30);
    for (const { name, value, meaning } of settings)
      expect(out).toContain(`\n${String(name)} = ${String(value)}\n    ${String(meaning)} Takes `);
    expect(out).toContain('Takes a whole number from 1 to 999999999.');
    expect(out).toContain('Takes xff-rightmost, cf-connecting-ip or none.');
  });

  test('sets one or several and says what they were', async () => {
    expect(await run('response_limit=10', 'challenge_limit=90')).toEqual({
      code: 0,
      err: '',
      out: 'challenge_limit is 90 now; it was 60.\nresponse_limit is 10 now; it was 3.\n',
    });
    expect(await valueOf('response_limit')).toBe('10');
    expect((await run('response_limit=10')).out).toBe('Nothing was changed: it was so before.\n');
  });

  test.each([
    [['response_limit=0'], 'response_limit takes a whole number from 1 to 999999999, not “0”.'],
    [['response_limit=-1'], 'response_limit takes a whole number from 1 to 999999999, not “-1”.'],
    [['response_limit=ten'], 'response_limit takes a whole number from 1 to 999999999, not “ten”.'],
    [['response_limit='], 'response_limit takes a whole number from 1 to 999999999, not “”.'],
    [['response_limit=1e3'], 'response_limit takes a whole number from 1 to 999999999, not “1e3”.'],
    [
      ['response_limit=9999999999'],
      'response_limit takes a whole number from 1 to 999999999, not “9999999999”.',
    ],
    [
      ['receipt_window_seconds=30'],
      'receipt_window_seconds takes a whole number from 60 to 86400, not “30”.',
    ],
    [['moderator_second_factor=2'], 'moderator_second_factor takes a whole number from 0 to 1, not “2”.'],
    [
      ['client_address_header=x-real-ip'],
      'client_address_header takes xff-rightmost, cf-connecting-ip or none, not “x-real-ip”.',
    ],
    [['site_name= '], 'site_name takes a name of 1 to 80 characters in one line, not “ ”.'],
    [['retention=12'], 'There is no setting “retention”.'],
    [
      ['response_limit'],
      '“response_limit” sets nothing: write a name and its value, such as npm run settings -- response_limit=10.',
    ],
    [
      ['--all'],
      'npm run settings takes --from-site, and name=value, written after a double dash: npm run settings -- --from-site',
    ],
    // All or none.
    [
      ['challenge_limit=90', 'response_limit=0'],
      'response_limit takes a whole number from 1 to 999999999, not “0”.',
    ],
  ])('refuses %j in one sentence and changes nothing', async (args, sentence) => {
    expect(await run(...args)).toEqual({ code: 1, out: '', err: `${sentence}\n` });
    expect(await valueOf('response_limit')).toBe('3');
    expect(await valueOf('challenge_limit')).toBe('60');
  });

  test('--from-site gives the feeds the name that the pages print', async () => {
    const title = async () => (await fetchFeed(database(), {})).xml;
    expect(await title()).toContain('<title>All comments · this site</title>');
    expect((await run('--from-site')).out).toBe(`site_name is ${site.name} now; it was this site.\n`);
    expect(await title()).toContain(`<title>All comments · ${site.name}</title>`);
    expect(await title()).toContain(`<name>Readers of ${site.name}</name>`);
    await set(database(), { site_name: 'Why & <Whether>' });
    expect(await title()).toContain('<title>All comments · Why &amp; &lt;Whether&gt;</title>');
  });

  test('--from-site with SITE_URL fixes where the links of feeds lead, whatever a caller asks for', async () => {
    const ask = (address: string) => fetchFeed(database(), { site: address });
    expect((await ask('https://evil.example')).xml).toContain('https://evil.example/');
    const { out } = await runScript('settings', ['--from-site'], {
      PUBLIC_SUPABASE_URL: project.url,
      SUPABASE_SECRET_KEY: project.secretKey,
      SITE_URL: 'https://someone.github.io/why/',
    });
    expect(out).toContain('site_url is https://someone.github.io/why now; it was empty.\n');
    const fixed = (await ask('https://evil.example')).xml;
    expect(fixed).not.toContain('evil');
    expect(fixed).toContain('href="https://someone.github.io/why/"');
    expect((await ask('not an address at all')).xml).toBe(fixed);
    await set(database(), { site_url: '' });
  });

  test('a value that makes no sense is refused in SQL too, and a list of names by the function', async () => {
    expect(await refusal(set(database(), { pow_counters: 0 }))).toMatchObject({ code: '23514' });
    for (const request of [null, [], '"x"', { response_limit: 10 }, { response_limit: null }])
      expect(await call(database(), 'change_settings', request, { role: 'service_role' })).toMatchObject({
        status: 400,
        body: { code: 'not_valid' },
      });
  });
});

describe('on this machine', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'no-but-why-settings-'));
  let server: StartedServer;
  beforeAll(async () => {
    server = await startMigrated({ port: 0, dataDir, distDir: 'public' });
  });
  afterAll(async () => {
    await server.close();
    rmSync(dataDir, { recursive: true });
  });
  const run = (...args: string[]) =>
    runScript('settings', args, { NBW_DATA: dataDir, PORT: new URL(server.url).port });

  test('npm start has given the database the site’s name by itself', async () => {
    expect((await run()).out).toContain(`\nsite_name = ${site.name}\n`);
    expect((await run('--from-site')).out).toBe('Nothing was changed: it was so before.\n');
  });

  test('a setting is changed there, and refused there', async () => {
    expect((await run('response_limit=10')).out).toBe('response_limit is 10 now; it was 200.\n');
    expect(await run('response_limit=0')).toEqual({
      code: 1,
      out: '',
      err: 'response_limit takes a whole number from 1 to 999999999, not “0”.\n',
    });
  });
});
