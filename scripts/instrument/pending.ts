import { changesSql } from '../../src/survey/database/changesSql.ts';
import { migration, written } from '../../src/survey/database/migration.ts';
import { lastFrozen, stampOf, type Frozen } from './frozen.ts';
import { consentsNow, versionsIn, versionsOf, type Files, type Source } from './source.ts';

export const migrationsFolder = 'supabase/migrations/';

/** The generated migrations that are not frozen yet: they are written anew in place. */
export const pendingIn = (files: Files, frozen: Frozen): readonly string[] =>
  [...files]
    .filter(
      ([path, text]) =>
        path.startsWith(migrationsFolder) && text.startsWith(written) && frozen.files[path] === undefined,
    )
    .map(([path]) => path)
    .sort();

/** Fourteen digits, as the Supabase CLI wants them: the time, or one more than the last where that is later. */
function nextStamp(others: readonly string[], now: Date): number {
  const time = Number(now.toISOString().replaceAll(/\D/g, '').slice(0, 14));
  return Math.max(time, ...others.map((path) => stampOf(path) + 1));
}

/** The files for these texts: those that are there, where their place in the order is still good, else new ones. */
function placed(
  texts: readonly (readonly [suffix: string, sql: string])[],
  pending: readonly string[],
  others: readonly string[],
  frozen: Frozen,
  now: Date,
): Files {
  const suffixes = pending.map((path) => path.slice(path.indexOf('_')));
  const stay =
    texts.every(([suffix], place) => suffixes[place] === suffix) &&
    pending.every((path) => stampOf(path) > lastFrozen(frozen));
  const first = nextStamp(others, now);
  return new Map(
    texts.map(([suffix, sql], place) => [
      (stay ? pending[place] : undefined) ?? `${migrationsFolder}${first + place}${suffix}`,
      sql,
    ]),
  );
}

/** One below the other, comments on columns close together. */
const block = (statements: readonly string[]): string =>
  statements.join('\n\n').replaceAll(/;\n\n(?=comment on column )/g, ';\n');

/**
 * The migrations that lead from what is committed to what the code says: none, one, or two where types gain values.
 * Beside them what no migration leads to, one sentence each.
 */
export function pendingMigrations(
  source: Source,
  files: Files,
  frozen: Frozen,
  now: Date,
): { readonly migrations: Files; readonly refused: readonly string[] } {
  const pending = pendingIn(files, frozen);
  const others = [...files.keys()]
    .filter((path) => path.startsWith(migrationsFolder) && !pending.includes(path))
    .sort();
  const { fielded, agreed, questionnaire } = source;
  const sql = (...of: Parameters<Source['migrations']>) => Object.values(source.migrations(...of));
  const changes = changesSql(
    others.map((path) => files.get(path) ?? ''),
    sql(fielded, versionsIn(agreed)),
    sql(versionsOf(source), versionsIn([...agreed, ...consentsNow(source)])),
  );
  const isNew = fielded.every(({ version }) => version !== questionnaire.version);
  const name = isNew ? `version_${questionnaire.version}` : 'functions';
  const from = isNew
    ? `src/survey/questionnaire.ts, version ${questionnaire.version}`
    : 'what changed in the code';
  const texts: [string, string][] = [];
  if (changes.values.length > 0)
    texts.push([
      `_${name}_values.sql`,
      `${written}${from}. Do not edit.

-- In a migration of its own: a value cannot be used in the transaction that adds it to its type
-- (https://www.postgresql.org/docs/current/sql-altertype.html#SQL-ALTERTYPE-NOTES).
${changes.values.join('\n')}
`,
    ]);
  if (changes.others.length > 0) texts.push([`_${name}.sql`, migration(from, [block(changes.others)])]);
  return { migrations: placed(texts, pending, others, frozen, now), refused: changes.refused };
}
