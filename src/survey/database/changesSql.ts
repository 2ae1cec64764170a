import { addValues, enumOf, enumsAfter, lostValues } from './enumValues.ts';
import { written } from './migration.ts';
import { statementsOf, type Statement } from './statements.ts';

/** What a database still needs, in two parts, because a value cannot be used in the transaction that adds it to its type. */
export interface Changes {
  readonly values: readonly string[];
  readonly others: readonly string[];
  /** What no rule knows a way to: one sentence each. */
  readonly refused: readonly string[];
}

const isFunction = ({ object }: Statement): boolean => object.startsWith('function ');
const isComment = ({ object }: Statement): boolean => object.startsWith('comment on ');
const isGrant = ({ text }: Statement): boolean => /^(grant|revoke) /.test(text);
/** What migration.ts puts at the end of every file. */
const isForAll = ({ text }: Statement): boolean => text.includes(' on all functions in schema ');
const isAddedValue = ({ text }: Statement): boolean => /^alter type .* add value /.test(text);

/** A function is the same whether or not it was made in the place of another. */
const asMade = (text: string): string => text.replace(/^create or replace /, 'create ');
/** Name, parameters and result: what no “create or replace” can change. */
const signatureOf = (text: string): string => text.slice(0, text.search(/\s+language\s/));
const withComment = ({ comment, text }: Statement): string => `${comment}${text}`;

/** Everything that statements leave behind, by what it is. */
function objectsAfter(statements: readonly Statement[]): ReadonlyMap<string, string> {
  const objects = new Map<string, string>();
  for (const { text, object } of statements) {
    const [, kind, name] = /^drop (\w+) (?:if exists )?([^;]+);$/.exec(text) ?? [];
    if (kind !== undefined && name !== undefined) objects.delete(`${kind} ${name}`);
    else objects.set(object, asMade(text));
  }
  return objects;
}

function replaced({ comment, text, object }: Statement, former: string | undefined): string {
  if (former === undefined) return `${comment}${text}`;
  return signatureOf(former) === signatureOf(text)
    ? `${comment}${text.replace(/^create /, 'create or replace ')}`
    : `drop ${object};\n${comment}${text}`;
}

/** Names a statement by its first line. */
const refusal = (text: string, what: string): string =>
  `“${(text.split('\n')[0] ?? '').slice(0, 90)}” ${what}, and databases have run it: write a migration of its own for that in supabase/migrations.`;

/** What a database has, as its migrations leave it. */
interface Present {
  readonly objects: ReadonlyMap<string, string>;
  readonly enums: ReadonlyMap<string, readonly string[]>;
  /** What the generators write of the versions that people have answered. */
  readonly fielded: ReadonlySet<string>;
}

/** What one statement asks for that is not there yet. */
function change(statement: Statement, { objects, enums, fielded }: Present): Partial<Changes> {
  const { text, object } = statement;
  const made = enumOf(text);
  const known = made === undefined ? undefined : enums.get(made.type);
  if (made !== undefined && known !== undefined) {
    const lost = lostValues(made.type, known, made.values);
    return lost === undefined ? { values: addValues(made.type, known, made.values) } : { refused: [lost] };
  }
  if (isFunction(statement)) return { others: [replaced(statement, objects.get(object))] };
  if (isComment(statement) || !fielded.has(text)) return { others: [withComment(statement)] };
  return { refused: [refusal(text, 'is not what the code says any more')] };
}

/** What one generated file asks for that is not there yet; with a function come the rights of its file. */
function changesOf(wanted: readonly Statement[], present: Present): readonly Partial<Changes>[] {
  const changed = wanted.filter(
    (one) => !isGrant(one) && present.objects.get(one.object) !== asMade(one.text),
  );
  return [
    ...changed.map((statement) => change(statement, present)),
    ...(changed.some(isFunction)
      ? [{ others: wanted.filter((one) => isGrant(one) && !isForAll(one)).map(withComment) }]
      : []),
  ];
}

/** What generated migrations have made, is still there and is not wanted any more: functions are dropped. */
function leftovers(
  committed: readonly string[],
  wanted: readonly Statement[],
  { objects }: Present,
): readonly Partial<Changes>[] {
  const still = new Set(wanted.map(({ object }) => object));
  const gone = committed
    .filter((sql) => sql.startsWith(written))
    .flatMap(statementsOf)
    .filter(({ object }) => objects.has(object) && !still.has(object));
  const others = new Set(gone.filter(isFunction).map(({ object }) => `drop ${object};`));
  const refused = gone
    .filter((one) => ![isFunction, isComment, isGrant, isAddedValue].some((is) => is(one)))
    .map(({ text }) => refusal(text, 'is gone from the code'));
  return [{ others: [...others], refused }];
}

/**
 * What a database that has run the committed migrations needs to become what the code says.
 * @param committed texts of migrations in the order they run
 * @param fielded what the generators write of the versions that people have answered, without any other
 * @param wanted what they write of all versions
 */
export function changesSql(
  committed: readonly string[],
  fielded: readonly string[],
  wanted: readonly string[],
): Changes {
  const statements = committed.flatMap(statementsOf);
  const present: Present = {
    objects: objectsAfter(statements),
    enums: enumsAfter(statements.map(({ text }) => text)),
    fielded: new Set(fielded.flatMap(statementsOf).map(({ text }) => text)),
  };
  const files = wanted.map(statementsOf);
  const changes = [
    ...files.flatMap((file) => changesOf(file, present)),
    ...leftovers(committed, files.flat(), present),
  ];
  return {
    values: changes.flatMap(({ values = [] }) => values),
    others: changes.flatMap(({ others = [] }) => others),
    refused: changes.flatMap(({ refused = [] }) => refused),
  };
}
