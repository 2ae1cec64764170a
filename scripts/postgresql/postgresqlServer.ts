import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { findPostgresql, type PostgresqlBinaries } from './postgresqlBinaries.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export interface PostgresqlServer {
  port: number;
  password: string;
  origin: string;
  close: () => Promise<void>;
}

/** The one role with all rights, as on Supabase; `postgres` there is a mere owner. */
export const superuser = 'supabase_admin';

interface Account {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root (in a container, say), so there it runs as the account that owns nothing. */
function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const nobody = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  if (nobody === null) {
    throw new Error(
      'PostgreSQL cannot run as root and there is no account “nobody”. Run this as an ordinary user.',
    );
  }
  return { uid: Number(nobody[1]), gid: Number(nobody[2]) };
}

/** Copies the binaries when the account may not enter the folder of the checkout (a home of mode 700). */
function reachableBinaries(
  binaries: PostgresqlBinaries,
  folder: string,
  account: Account,
): PostgresqlBinaries {
  if (spawnSync(binaries.postgres, ['--version'], account).status === 0) return binaries;
  cpSync(resolve(dirname(binaries.postgres), '..'), join(folder, 'server'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  return {
    ...binaries,
    initdb: join(folder, 'server', 'bin', 'initdb'),
    postgres: join(folder, 'server', 'bin', 'postgres'),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Resolves when the server says that it is ready, rejects with what it said if it ends before. */
async function ready(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((done, fail) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready to accept connections')) done();
    });
    server.once('error', fail);
    server.once('exit', () => {
      fail(new Error(`PostgreSQL ended before it was ready. It said: ${said}`));
    });
  });
}

function makeCluster(initdb: string, data: string, passwordFile: string, options: SpawnOptions): void {
  const made = spawnSync(
    initdb,
    [
      `--pgdata=${data}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-sync',
    ],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed. It said: ${made.error?.message ?? made.stderr}`);
}

/**
 * One PostgreSQL cluster in a temporary folder, on loopback, with a password of its own. Durability is off: what is
 * tested and measured here is not the disk.
 *
 * @param own settings besides, such as `shared_buffers=32MB`; everything else is as PostgreSQL comes
 * @throws Error when there is no PostgreSQL or it does not start, with its own words
 */
export async function startPostgresql(own: readonly string[]): Promise<PostgresqlServer> {
  const account = serverAccount();
  const { path: folder, remove } = temporaryFolder('postgresql');
  const password = randomBytes(24).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(folder, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  chmodSync(folder, 0o700);
  const binaries = reachableBinaries(await findPostgresql(), folder, account);
  const data = join(folder, 'data');
  // A locale that every machine has: messages in English, and sorting that does not depend on the machine.
  const environment = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const options = { ...account, env: environment, cwd: folder };
  makeCluster(binaries.initdb, data, passwordFile, options);
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=60',
    ...own,
  ].flatMap((setting) => ['-c', setting]);
  const server = spawn(binaries.postgres, ['-D', data, ...settings], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // An interrupted run does not call close. The server must end before its folder is removed, so this handler runs first.
  const kill = () => server.kill('SIGQUIT');
  process.prependOnceListener('exit', kill);
  await ready(server);

  return {
    port,
    password,
    origin: binaries.origin,
    close: async () => {
      process.off('exit', kill);
      // Fast shutdown: open sessions are ended. https://www.postgresql.org/docs/current/server-shutdown.html
      server.kill('SIGINT');
      if (server.exitCode === null) await once(server, 'exit');
      remove();
    },
  };
}
