import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { expect, test } from 'vitest';
import { pathsIn } from '../../scripts/hosts/writeHostFiles.ts';
import { testSite } from './harness/testSite.ts';

const preset = { id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, rules: [] };

/** Keys of Supabase that may do everything: https://supabase.com/docs/guides/api/api-keys */
const isSecretToken = (token: string): boolean => {
  const [, payload = ''] = token.split('.');
  return /"role":\s*"(?:service_role|supabase_admin|postgres)"/.test(
    Buffer.from(payload, 'base64url').toString(),
  );
};
const secretsOfSupabase = (text: string): readonly string[] => [
  ...(text.match(/\bsb_secret_[\w-]{22}_[\w-]{8}\b/g) ?? []),
  ...(text.match(/\bsbp_[0-9a-f]{40}\b/g) ?? []),
  ...(text.match(/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? []).filter(isSecretToken),
];

/** What secretlint and the patterns of Supabase find in a text, each with what it is and where. */
async function secretsIn(name: string, text: string): Promise<readonly string[]> {
  const { messages } = await lintSource({
    source: { content: text, filePath: name, ext: '', contentType: 'text' },
    options: { config: { rules: [preset] }, maskSecrets: true },
  });
  return [...messages.map(({ message }) => message), ...secretsOfSupabase(text)].map(
    (found) => `${name}: ${found}`,
  );
}

const isText = (path: string): boolean => !/\.(?:png|woff2|zip|ico|xlsx|sav|dta|parquet|gz)$/.test(path);

async function found(files: readonly (readonly [name: string, file: string])[]): Promise<readonly string[]> {
  const all: string[] = [];
  for (const [name, file] of files)
    if (isText(name)) all.push(...(await secretsIn(name, readFileSync(file, 'utf8'))));
  return all;
}

test('no secret is in a file of the built site (T23)', async () => {
  const files = pathsIn(testSite).map(
    (path) => [path, join(testSite, path.endsWith('/') ? `${path}index.html` : path)] as const,
  );
  expect(files.length).toBeGreaterThan(100);
  expect(await found(files)).toEqual([]);
});

/** Holds an address with a name and a password, which are made up and have to be refused. */
const madeUp = 'tests/unit/siteAddress.test.ts';

test('no secret is in a file of the repository (T23)', async () => {
  const names = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(existsSync);
  expect(names.length).toBeGreaterThan(500);
  const secrets = await found(names.map((name) => [name, name] as const));
  expect(secrets.filter((secret) => !secret.startsWith(`${madeUp}: found basic auth`))).toEqual([]);
});

test.each(['.env', '.env.local'])('git ignores %s, which holds the keys of an owner, by itself', (name) => {
  // Without what this machine ignores besides.
  const ignored = ['-c', 'core.excludesFile=', 'check-ignore', '--verbose', name];
  expect(execFileSync('git', ignored, { encoding: 'utf8' })).toMatch(/^\.gitignore:/);
});

// Put together here, so that the file itself holds none.
const token = (role: string) =>
  [
    'eyJhbGciOiJIUzI1NiJ9',
    Buffer.from(JSON.stringify({ role, iss: 'supabase' })).toString('base64url'),
    'c2ln',
  ].join('.');
test.each([
  ['sb_secret_', 'N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz'].join(''),
  ['sbp_', '0123456789abcdef0123456789abcdef01234567'].join(''),
  token('service_role'),
  ['postgres://postgres:', 'a-long-password-of-ours', '@db.abc.example:5432/postgres'].join(''),
  [
    '-----BEGIN RSA PRIVATE',
    ' KEY-----\n',
    'MIIEpAIBAAKCAQEA'.repeat(30),
    '\n-----END RSA PRIVATE',
    ' KEY-----',
  ].join(''),
  ['ghp_', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join(''),
])('a secret is found where there is one: %.12s…', async (secret) => {
  expect(await secretsIn('a.txt', `key = "${secret}"\n`)).not.toEqual([]);
});

test('the publishable key and a token of a visitor are no secrets', async () => {
  expect(await secretsIn('a.txt', `sb_publishable_local ${token('anon')}`)).toEqual([]);
});
