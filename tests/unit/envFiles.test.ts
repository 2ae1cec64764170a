import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'no-but-why-env-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const write = (name: string, lines: Readonly<Record<string, string>>) => {
  const all = Object.entries(lines).map(([variable, value]) => `${variable}=${value}\n`);
  writeFileSync(join(folder, name), all.join(''));
};
/** A reserved domain (RFC 2606), so nothing answers there. */
const hosted = 'project.invalid';
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  write('.env', { PUBLIC_SUPABASE_URL: `https://${hosted}`, SITE_URL: 'https://site.invalid' });
});

const ownEnvironment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^PUBLIC_|^SITE_URL$|^SUPABASE_SECRET_KEY$/.test(name)),
);

/** Runs node as a person would, with the .env files of the folder, and returns everything it printed. */
async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, args, {
    env: { ...ownEnvironment, NBW_ENV: folder, NBW_DATA: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return out + err;
}

const settings = `const { default: config } = await import('./astro.config.mjs');
console.log(config.site, ...config.security.csp.directives);`;

test('what a build is, Vite says and no variable, such as those that Vitest sets', async () => {
  const names = { BASE_URL: '/', SITE: 'x', PROD: '', DEV: '1', MODE: 'test', SSR: '' };
  const printed = await run(
    [
      '--input-type=module',
      '--eval',
      `await import('./astro.config.mjs'); console.log(${JSON.stringify(Object.keys(names))}.filter((name) => name in process.env));`,
    ],
    names,
  );
  expect(printed.trim()).toBe('[]');
});

describe('with PUBLIC_SUPABASE_URL in .env', () => {
  test('the pages may call that project', async () => {
    const printed = await run(['--input-type=module', '--eval', settings]);
    expect(printed).toContain('https://site.invalid');
    expect(printed).toContain(`connect-src 'self' https://${hosted}`);
  });

  test('a release is counted there, and wants the secret key', async () => {
    expect(await run(['scripts/release.ts'])).toContain(
      `SUPABASE_SECRET_KEY is not set, and https://${hosted} tells`,
    );
  });

  test('made-up people are not loaded, for it is not on this machine', async () => {
    expect(await run(['scripts/sample.ts'])).toContain(hosted);
  });

  test('a moderator is made there, which takes the secret key', async () => {
    expect(await run(['scripts/moderator.ts', 'cleo@example.com'])).toContain(
      `SUPABASE_SECRET_KEY is not set, and https://${hosted} tells`,
    );
  });

  test('the environment counts before .env.production.local, and that before the rest', async () => {
    for (const name of ['.env.local', '.env.production', '.env.production.local'])
      write(name, { PUBLIC_SUPABASE_URL: `https://${name.slice(1)}.invalid` });
    expect(await run(['scripts/release.ts'])).toContain('https://env.production.local.invalid');
    const environment = { PUBLIC_SUPABASE_URL: 'https://environment.invalid' };
    expect(await run(['scripts/release.ts'], environment)).toContain('https://environment.invalid');
  });
});
