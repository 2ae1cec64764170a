import { isLoopback } from '../../src/address.ts';
import { withClient, sqlClientOf } from '../postgresql/client.ts';
import { appliedMigrations } from '../server/migrations.ts';
import { PlainError } from '../command/PlainError.ts';
import type { SqlClient } from '../server/sqlClient.ts';
import type { Backup } from './backupFile.ts';
import { restoreInto, type Restored } from './restoreInto.ts';

/** Whether the environment names a project elsewhere, and not the local database. */
export const hasProject = (): boolean =>
  process.env.PUBLIC_SUPABASE_URL !== undefined || process.env.SUPABASE_DB_URL !== undefined;

const howTo =
  'copy the connection string of the session pooler from Connect in the dashboard, with the password of the database';

function addressFromEnvironment(): URL {
  const { SUPABASE_DB_URL: given = '' } = process.env;
  if (given === '')
    throw new PlainError(
      `SUPABASE_DB_URL is not set, and a backup needs the database itself, not its API: ${howTo}, into .env.`,
    );
  // Never printed: it holds the password.
  if (!URL.canParse(given) || !/^postgres(ql)?:$/.test(new URL(given).protocol))
    throw new PlainError(`SUPABASE_DB_URL is no address of a PostgreSQL (postgresql://…): ${howTo}.`);
  const address = new URL(given);
  const mode = address.searchParams.get('sslmode');
  // As pg takes these three, with a warning of several lines.
  if (['prefer', 'require', 'verify-ca'].includes(mode ?? '') || (mode === null && !isLoopback(address)))
    address.searchParams.set('sslmode', 'verify-full');
  if (!isLoopback(address) && mode === 'disable')
    throw new PlainError(
      'SUPABASE_DB_URL says sslmode=disable, which would send every answer and the password readable for all on the way: leave it out.',
    );
  return address;
}

/** Of the network (errno), no such database, and a server that is starting or stopping. */
const unreachable =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|3D000|57P0[1-3])$/;
const untrusted = /SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|CERT_/;

/** What a connection that fails is told as. */
function sentence(host: string, error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  if (untrusted.test(code))
    return `The certificate of ${host} is signed by nobody that this machine knows: download it in the dashboard (Settings, Database, SSL) and add ?sslmode=verify-full&sslrootcert=FILE to SUPABASE_DB_URL.`;
  if (code === '28P01' || code === '28000')
    return `${host} does not take the password in SUPABASE_DB_URL: ${howTo}.`;
  if (code === 'ENOENT')
    return `The certificate that SUPABASE_DB_URL names as sslrootcert is not there: download it in the dashboard (Settings, Database, SSL).`;
  if (unreachable.test(code) || /Connection terminated|SSL connections/.test(error.message))
    return `The database at ${host} cannot be reached (${error.message === '' ? code : error.message}): see whether SUPABASE_DB_URL is right, and whether the project is awake.`;
  return undefined;
}

/** A project of Supabase is named by its reference: many share a pooler, where it stands in the name of the user. */
export const projectName = ({ username, host, pathname }: URL): string =>
  /\.([a-z]{20})(?:@[^@:]*)?\.supabase\.com?(?::\d+)?$/.exec(`${username}@${host}`)?.[1] ??
  `${host}${pathname}`.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-');

/** Runs `work` on the database of the project that the environment names. */
export async function withProject<Result>(
  work: (client: SqlClient, place: string, name: string) => Promise<Result>,
): Promise<Result> {
  const address = addressFromEnvironment();
  try {
    return await withClient({ connectionString: address.href }, (client) =>
      work(sqlClientOf(client), address.host, projectName(address)),
    );
  } catch (error) {
    const said = sentence(address.host, error);
    throw said === undefined ? error : new PlainError(said, { cause: error });
  }
}

/**
 * Puts a backup into an empty project that has had the same migrations.
 * @throws {PlainError} when it has not, or is not empty
 */
export const restoreProject = (backup: Backup, later: readonly Backup[]): Promise<Restored> =>
  withProject(async (client, place) => {
    const { migrations: wanted } = backup.heading;
    const had = (await appliedMigrations(client)).map(({ version }) => version);
    const [lacks, more] = [
      wanted.find((one) => !had.includes(one)),
      had.find((one) => !wanted.includes(one)),
    ];
    if (lacks !== undefined)
      throw new PlainError(
        `The backup is of migration ${lacks}, which the database at ${place} has not had: run "npm run supabase -- db push --remote" with the code that has it, then restore.`,
      );
    if (more !== undefined)
      throw new PlainError(
        `The database at ${place} has had migration ${more}, and the backup is from before: make a project with the migrations up to ${wanted.at(-1) ?? ''}, restore into that one, then push the others.`,
      );
    return restoreInto(client, backup, later);
  });
