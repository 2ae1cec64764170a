import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { digestOf, frozenPath, type Frozen } from '../instrument/frozen.ts';
import { migrationsFolder } from '../instrument/pending.ts';
import { allowed } from './allowed.ts';
import { isRefused, rpc, type Answer, type Ask } from './asking.ts';
import { notSeen, ok, toDo, type Outcome } from './finding.ts';

const words = new Intl.ListFormat('en-GB');
const few = (names: readonly string[]): string =>
  words.format(names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names);

const migrationFiles = (root: string): readonly string[] =>
  readdirSync(join(root, migrationsFolder))
    .filter((name) => name.endsWith('.sql'))
    .sort();

/** Without a freeze a migration may change after a database has had it, and its number says nothing. */
export function migrationsAreFrozen(root: string): Outcome {
  const path = join(root, frozenPath);
  const frozen = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Frozen).files : {};
  const open = migrationFiles(root).filter((name) => {
    const migration = migrationsFolder + name;
    return frozen[migration] !== digestOf(readFileSync(join(root, migration), 'utf8'));
  });
  return open.length === 0
    ? ok('Every migration is frozen.')
    : toDo(
        `Run "npm run instrument -- --freeze" and commit what it writes: ${few(open)} could still change after the database has had ${open.length === 1 ? 'it' : 'them'}.`,
      );
}

const versions = z.array(z.string());

/** Whether the database has had exactly the migrations of this code. */
export function databaseIsOfThisCode(answer: Answer, url: string, root: string): Outcome {
  const push = 'npm run supabase -- db push --remote';
  if (answer.status === 0 || answer.status >= 500)
    return toDo(
      `See whether PUBLIC_SUPABASE_URL is the address of your project, and whether it is awake: ${url} ${answer.status === 0 ? 'does not answer' : `answers with status ${answer.status}`}.`,
    );
  if (isRefused(answer))
    return toDo(
      `Copy the publishable key of that very project into PUBLIC_SUPABASE_PUBLISHABLE_KEY: ${url} does not take it.`,
    );
  const applied = versions.safeParse(answer.body);
  if (answer.status !== 200 || !applied.success)
    return toDo(`Run "${push}": the database at ${url} does not know what this code asks it.`);
  const wanted = migrationFiles(root).map((name) => name.slice(0, 14));
  const missing = wanted.filter((version) => !applied.data.includes(version));
  const others = applied.data.filter((version) => !wanted.includes(version));
  if (missing.length > 0)
    return toDo(`Run "${push}": the database at ${url} lacks ${few(missing)} of supabase/migrations.`);
  if (others.length > 0)
    return toDo(
      `Get the newer code first (git pull): the database at ${url} has had ${few(others)}, which is not in supabase/migrations.`,
    );
  return ok(`The database has had the ${wanted.length} migrations of this code.`);
}

const signIn = z.object({ disable_signup: z.boolean() });

/** What GoTrue says of itself to anyone who has the publishable key, hosted or in the embedded server. */
export async function nobodySignsUp(ask: Ask): Promise<Outcome> {
  const { status, body } = await ask('/auth/v1/settings');
  const said = signIn.safeParse(body);
  if (status !== 200 || !said.success)
    return toDo(
      `Switch on Auth for the project, with which moderators sign in: it answers /auth/v1/settings with status ${status}.`,
    );
  return said.data.disable_signup
    ? ok('Nobody can make an account.')
    : toDo(
        'Run "npm run supabase -- config push", or switch off “Allow new users to sign up” in the dashboard: anybody can make an account.',
      );
}

/** The tables that migrations make. */
const tablesOf = (root: string): readonly string[] =>
  migrationFiles(root).flatMap((name) =>
    [
      ...readFileSync(join(root, migrationsFolder, name), 'utf8').matchAll(
        /^create (?:unlogged )?table private\.(\w+)/gm,
      ),
    ].map(([, table = '']) => table),
  );

/** What the database says of itself to its owner (public.granted). */
export const granted = z.object({
  functions: z.record(z.string(), z.array(z.string())),
  tables: z.array(z.string()),
});
export type Granted = z.infer<typeof granted>;

const revoke = 'take it away in a new migration, with "revoke"';

/** Asks for every table as a stranger would, in the schema that is shown and in our own. */
export async function tablesAreShut(ask: Ask, root: string, said: Granted | undefined): Promise<Outcome> {
  const open = await Promise.all(
    tablesOf(root).flatMap((table) =>
      ['public', 'private'].map(async (schema) => {
        const { status } = await ask(`/rest/v1/${table}?limit=1`, { 'accept-profile': schema });
        return status >= 200 && status < 300 ? [`${schema}.${table}`] : [];
      }),
    ),
  );
  const reached = [...new Set([...open.flat(), ...(said?.tables ?? [])])].sort();
  return reached.length === 0
    ? ok(`No visitor reaches a table${said === undefined ? ' that this code knows' : ''}.`)
    : toDo(
        `Visitors have rights on ${few(reached)}: ${revoke}, and show no schema but public in the dashboard, Data API.`,
      );
}

function differences({ functions }: Granted): string[] {
  return Object.entries(allowed).flatMap(([role, list]) => {
    const may = functions[role] ?? [];
    return [
      ...may.filter((one) => !list.some((known) => known === one)).map((one) => `${role} may call ${one}`),
      ...list.filter((one) => !may.includes(one)).map((one) => `${role} may not call ${one}`),
    ];
  });
}

/** Asks for what only the owner may, as a stranger would; the rest is in the rights that the database lists. */
export async function functionsAreAsListed(ask: Ask, said: Granted | undefined): Promise<Outcome> {
  const names = allowed.service_role.filter((one) => one.endsWith('()')).map((one) => one.slice(0, -2));
  const open = await Promise.all(
    names.map(async (name) => ((await ask(rpc(name))).status === 200 ? [`anon may call ${name}()`] : [])),
  );
  const wrong = [...new Set([...open.flat(), ...(said === undefined ? [] : differences(said))])];
  if (wrong.length > 0)
    return toDo(
      `See who made it so, and set it right in a new migration: ${few(wrong)}, against the list in scripts/doctor/allowed.ts.`,
    );
  return said === undefined
    ? notSeen(
        'No visitor may call what is the owner’s; the whole list is seen with SUPABASE_SECRET_KEY alone.',
      )
    : ok('Everybody may call what the list allows, and nothing else.');
}
