import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StartedServer } from '../../scripts/server/startServer.ts';
import { startMigrated } from './harness/migratedOnce.ts';
import { sampleRespondents } from '../../src/sample/sampleRespondents.ts';
import { runScript } from './harness/runScript.ts';
import { sendOverHttp, callOverHttp } from './harness/sendOverHttp.ts';
import { submissionOf } from './harness/submission.ts';

/** Somebody tries the survey by hand on a machine where the sample is: whom does a release count? */
const folder = mkdtempSync(join(tmpdir(), 'no-but-why-local-'));
const [dataDir, releases] = [join(folder, 'data'), join(folder, 'releases')];
let server: StartedServer;

beforeAll(async () => {
  mkdirSync(releases);
  server = await startMigrated({ port: 0, dataDir, distDir: 'public' });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const owner = (name: string, request: unknown) =>
  callOverHttp({ url: server.url, publishableKey: server.secretKey }, name, request);
const run = (...args: string[]) =>
  runScript('release', args, {
    NBW_DATA: dataDir,
    NBW_RELEASES: releases,
    PORT: new URL(server.url).port,
    SOURCE_COMMIT: 'c0ffee'.padEnd(40, '0'),
  });
const made = () => readdirSync(releases);
const sampleText = () => readFileSync(join(releases, 'sample', 'release.json'), 'utf8');

test('without made-up people there is no sample to make', async () => {
  expect(await run('--sample')).toMatchObject({
    code: 1,
    err: `There are no made-up people at ${server.url}: "npm run sample" loads them.\n`,
  });
});

test('made-up people alone give the sample', async () => {
  const people = sampleRespondents({ seed: 'local', jobSeekers: 75, employers: 0 });
  for (let from = 0; from < people.length; from += 25)
    expect((await owner('load_sample', { submissions: people.slice(from, from + 25) })).ok).toBe(true);
  expect(await run()).toMatchObject({ code: 0, err: '' });
  expect(made()).toEqual(['sample']);
});

test('with one real answer among them nothing is counted until somebody says whom', async () => {
  await owner('change_settings', { minimum_seconds: '0', pow_cost: '1', pow_counters: '1' });
  expect((await sendOverHttp(server, submissionOf())).status).toBe(200);
  const before = sampleText();
  const { code, err } = await run();
  expect({ code, err }).toEqual({
    code: 1,
    err: 'The local database holds 75 made-up people and 1 real answer, and they are never counted together: run "npm run release -- --real" for a release of the answers, or "npm run release -- --sample" to make the sample again.\n',
  });
  expect(sampleText()).toBe(before);
});

test('--sample makes the sample of the made-up ones alone, --real counts the others', async () => {
  const before = sampleText();
  expect(await run('--sample')).toMatchObject({ code: 0, err: '' });
  expect(sampleText()).toBe(before);
  expect((await run('--real')).err).toMatch(/^No answers from before today are in the database/);
  expect((await run('--real', '--sample')).err).toBe('Either --real or --sample: not both.\n');
  expect(made()).toEqual(['sample']);
});
