import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockDataFolder } from '../../scripts/server/lockDataFolder.ts';
import { ensureSecrets } from '../../scripts/server/secrets.ts';
import { runScript, type Printed } from './harness/runScript.ts';

/**
 * Each command against each fault that a person can meet: one sentence that says what to do, and never a stack. Side by side,
 * because each waits for a process that changes nothing.
 */

const folder = mkdtempSync(join(tmpdir(), 'no-but-why-commands-'));
const closed = join(folder, 'of-somebody-else');
const [data, taken] = [join(folder, 'data'), join(folder, 'taken')];
const checkout = join(folder, 'checkout');
let stranger: Server;
let unlock: () => void;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  for (const made of [closed, data, taken]) mkdirSync(made);
  ensureSecrets(data);
  ensureSecrets(closed);
  chmodSync(join(data, 'secrets.json'), 0o644);
  unlock = lockDataFolder(taken);
  chmodSync(closed, 0o000);
  // What git has, in a place where nobody may write.
  mkdirSync(checkout);
  for (const part of execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n'))
    if (/^(astro\.config\.mjs|package\.json|tsconfig\.json|(src|scripts|supabase|public|docs)\/)/.test(part))
      cpSync(part, join(checkout, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(checkout, 'node_modules'));
  execFileSync('chmod', ['-R', 'a-w,a+rX', checkout]);
  stranger = createServer((_request, response) => {
    response.writeHead(401, { 'content-type': 'application/json' }).end('{"message":"Invalid API key"}');
  }).listen(0, '127.0.0.1');
  await once(stranger, 'listening');
});
afterAll(() => {
  stranger.close();
  unlock();
  chmodSync(closed, 0o700);
  execFileSync('chmod', ['-R', 'u+w', checkout]);
  rmSync(folder, { recursive: true });
});

const port = () => String((stranger.address() as AddressInfo).port);

/** Those that serve or build, and those that ask a running database, with what each is usually given. */
const serving = { start: [], dev: [] } as const;
/** Those that open the database themselves. */
const opening = { ...serving, backup: [] } as const;
const asking: Readonly<Record<string, readonly string[]>> = {
  sample: [],
  release: [],
  moderator: ['somebody@example.com'],
  settings: [],
  status: [],
  bursts: [],
};
const all: Readonly<Record<string, readonly string[]>> = {
  ...serving,
  build: [],
  doctor: [],
  instrument: ['--check'],
  backup: [],
  restore: ['some.backup.gz'],
  ...asking,
};
const each = (commands: Readonly<Record<string, readonly string[]>>) => Object.entries(commands);

/** It ends in one line that a person can act on, and what it printed before holds no trace of a program. */
function expectOneSentence({ code, out, err }: Printed, sentence: RegExp): void {
  expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(sentence) as string });
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(out + err).not.toMatch(/^\s+at |[A-Za-z]Error\b|node:internal|undefined/m);
}

describe.concurrent('an option that it does not know', () => {
  test.each(each(all))('%s', async (name) => {
    expectOneSentence(
      await runScript(name, ['--nonsense'], { NBW_DATA: data }),
      /^npm (run )?\w+ takes (no options\.|.*, written after a double dash: npm run \w+ -- .*)$/m,
    );
  });
});

describe.concurrent('a word too many', () => {
  test.each(each({ ...opening, build: [], doctor: [], instrument: [], sample: [], release: [], status: [] }))(
    '%s',
    async (name) => {
      expectOneSentence(await runScript(name, ['please'], { NBW_DATA: data }), /^npm (run )?\w+ takes /);
    },
  );
});

describe.concurrent('an address without its scheme', () => {
  test.each(each(all))('%s, of the site', async (name, args) => {
    expectOneSentence(
      await runScript(name, args, { NBW_DATA: data, SITE_URL: 'research.acme.org' }),
      /^SITE_URL is “research\.acme\.org”, which is no address: write it whole, such as https:\/\/research\.acme\.org, or leave SITE_URL out\.$/m,
    );
  });

  test.each(each(all))('%s, of the database', async (name, args) => {
    expectOneSentence(
      await runScript(name, args, { NBW_DATA: data, PUBLIC_SUPABASE_URL: 'abc', SUPABASE_SECRET_KEY: 'x' }),
      /^PUBLIC_SUPABASE_URL is “abc”, which is no address: write it whole, such as https:\/\/abc, /,
    );
  });

  test.each(['', 'localhost:54321', 'ftp://example.org', 'https://', '//example.org', 'javascript:alert(1)'])(
    '“%s” is none either',
    async (address) => {
      expectOneSentence(
        await runScript('status', [], { NBW_DATA: data, SITE_URL: address }),
        /^SITE_URL is “.*”, which is no address: write it whole, such as https:\/\/example\.org, or leave SITE_URL out\.$/m,
      );
    },
  );
});

describe.concurrent('a hosted project and no secret key', () => {
  const hosted = { PUBLIC_SUPABASE_URL: 'http://127.0.0.1:9' };
  test.each(each({ ...asking, moderator: ['--list'] }))('%s', async (name, args) => {
    for (const key of [{}, { SUPABASE_SECRET_KEY: '' }])
      expectOneSentence(
        await runScript(name, args, { NBW_DATA: data, SITE_URL: 'https://example.org', ...hosted, ...key }),
        /^SUPABASE_SECRET_KEY is not set, and http:\/\/127\.0\.0\.1:9 tells its owner alone: copy the secret key .*\.$/m,
      );
  });
});

describe.concurrent('a key that was not filled in', () => {
  test.each(['SUPABASE_SECRET_KEY', 'PUBLIC_SUPABASE_PUBLISHABLE_KEY'])('%s', async (variable) => {
    for (const name of ['status', 'doctor'])
      expectOneSentence(
        await runScript(name, [], {
          NBW_DATA: data,
          PUBLIC_SUPABASE_URL: 'http://127.0.0.1:9',
          [variable]: 'sb_secret_…',
        }),
        new RegExp(`^${variable} holds a character that no key has: copy the whole key\\.$`, 'm'),
      );
  });
});

describe.concurrent('a port that is none', () => {
  test.each(each({ ...serving, ...asking }))('%s', async (name, args) => {
    expectOneSentence(
      await runScript(name, args, { NBW_DATA: data, PORT: 'abc' }),
      /^PORT must be a whole number from 0 to 65535, not "abc"\.$/m,
    );
  });
});

describe.concurrent('the wrong port', () => {
  test.each(each(asking))(
    '%s, where nobody answers: names it and says how to set another',
    async (name, args) => {
      expectOneSentence(
        await runScript(name, args, { NBW_DATA: data, PORT: '9' }),
        /^Nothing answers at http:\/\/localhost:9: start the site with "npm start", then run this again\. If it runs on another port, name it: PORT=\d+ npm run …, with the port that "npm start" printed\.$/m,
      );
    },
  );

  test.each(each(asking))(
    '%s, where another copy answers: names it and says how to set another',
    async (name, args) => {
      const { code, err, out } = await runScript(name, args, { NBW_DATA: data, PORT: port() });
      expectOneSentence(
        { code, err, out },
        /^What answers at http:\/\/localhost:\d+ is not the site of this folder, because it does not know the key in .*: name the port of yours, PORT=\d+ npm run …, with the port that "npm start" printed\.$/m,
      );
      expect(err).toContain(`localhost:${port()}`);
    },
  );
});

describe.concurrent('a data folder of another user', () => {
  test.each(each({ ...opening, ...asking }))('%s', async (name, args) => {
    expectOneSentence(
      await runScript(name, args, { NBW_DATA: closed }, { unprivileged: true }),
      /^There is no permission for .*of-somebody-else.*: it belongs to somebody else or may not be written\. /,
    );
  });

  test.each(each(opening))('%s, where only a file in it is somebody else’s', async (name) => {
    const own = mkdtempSync(join(folder, 'own-'));
    chmodSync(own, 0o777);
    mkdirSync(join(own, 'database'));
    chmodSync(join(own, 'database'), 0o777);
    writeFileSync(join(own, 'database', 'PG_VERSION'), '17');
    chmodSync(join(own, 'database', 'PG_VERSION'), 0o000);
    expectOneSentence(
      await runScript(name, [], { NBW_DATA: own }, { unprivileged: true }),
      /^There is no permission for .*PG_VERSION: /,
    );
  });
});

test('an .env of another user', async () => {
  const own = mkdtempSync(join(folder, 'env-'));
  chmodSync(own, 0o755);
  writeFileSync(join(own, '.env'), 'PORT=4321', { mode: 0o600 });
  expectOneSentence(
    await runScript('status', [], { NBW_ENV: own }, { unprivileged: true }),
    /^There is no permission for .*\.env: /,
  );
});

describe.concurrent('a database that another process has', () => {
  test.each(each(opening))('%s, which names the process', async (name) => {
    const printed = await runScript(name, [], { NBW_DATA: taken });
    expectOneSentence(
      printed,
      /^The local database in .*taken is already in use by process \d+: stop that first, for example "npm start" with Ctrl-C\.$/m,
    );
    expect(printed.err).toContain(`process ${process.pid}:`);
  });
});

describe.concurrent('a checkout that cannot be written', () => {
  test.each(each({ ...serving, build: [], instrument: [] }))('%s', async (name, args) => {
    if (name === 'instrument') {
      chmodSync(join(checkout, 'docs'), 0o755);
      chmodSync(join(checkout, 'docs', 'codebook.md'), 0o644);
      writeFileSync(join(checkout, 'docs', 'codebook.md'), 'Another text.\n');
      chmodSync(join(checkout, 'docs', 'codebook.md'), 0o444);
      chmodSync(join(checkout, 'docs'), 0o555);
    }
    expectOneSentence(
      await runScript(name, args, {}, { root: checkout, unprivileged: true }),
      /^There is no permission for .*checkout.*: it belongs to somebody else or may not be written\. /,
    );
  });
});
