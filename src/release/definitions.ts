import type { Condition } from '../survey/condition.ts';
import { missingCodes } from '../survey/missingCodes.ts';
import type { SideId } from '../survey/question.ts';
import { variablesOf } from '../survey/variables.ts';
import { versions } from '../survey/versions/versions.ts';
import { versionsIn } from './asked.ts';
import { lookedAt } from './catalogue.ts';
import { ReleaseError } from './ReleaseError.ts';
import type { Release } from './release.ts';
import { sha256 } from './sha256.ts';
import { tables, type TableDefinition } from './tables.ts';

/** Enough to tell a few hundred tables apart. */
const DIGITS = 16;

/** The codes that a version offers, by variable of a side; as its table counts no other version, others are nobody’s. */
function offeredIn(version: string, side: SideId): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = versions.find((one) => one.version === version);
  return new Map(
    (asked === undefined ? [] : variablesOf(asked, side)).map(({ id, options }) => [
      id,
      new Set<string>([...options.map(({ code }) => code), ...missingCodes]),
    ]),
  );
}

/** A condition without the codes that nobody could give. */
function asOffered(condition: Condition, offered: ReturnType<typeof offeredIn>): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => asOffered(part, offered)) };
  if ('any' in condition) return { any: condition.any.map((part) => asOffered(part, offered)) };
  if ('over' in condition || 'upTo' in condition) return condition;
  const codes = offered.get(condition.variable);
  const left = (list: readonly string[]): readonly string[] =>
    codes === undefined ? list : list.filter((code) => codes.has(code));
  return 'in' in condition
    ? { variable: condition.variable, in: left(condition.in) }
    : { variable: condition.variable, notIn: left(condition.notIn) };
}

/** All that decides whom a table counts, and where: its words are not in it. */
function definitionOf({ series, segment }: TableDefinition): string {
  const [version = ''] = versionsIn(series.base);
  const offered = offeredIn(version, series.side);
  const whole = lookedAt(series).map((where) => asOffered(where, offered));
  return sha256(
    JSON.stringify([
      whole,
      [...series.cells, ...series.asides].map(({ code }) => code),
      series.indicators.map(({ id, cells }) => [id, cells]),
      segment?.categories.map(({ code, where }) => [code, asOffered(where, offered)]) ?? null,
    ]),
  ).slice(0, DIGITS);
}

/** What each table of the catalogue counts, as a checksum by its name. */
export const definitions = (): Record<string, string> =>
  Object.fromEntries(tables.map((table) => [table.name, definitionOf(table)] as const));

/** A release of any age, as far as its tables are compared with the catalogue. */
type Defined = Pick<Release, 'id' | 'definitions'>;

/**
 * P7: refuses a catalogue in which a table counts something else than a release printed under its name: the two numbers
 * could be taken from each other.
 * @throws {ReleaseError} with one sentence that names the table and says what to do
 */
export function refuseRecoded(releases: readonly Defined[]): void {
  const now = definitions();
  for (const { id, definitions: then } of releases)
    for (const [table, definition] of Object.entries(then))
      if (now[table] !== undefined && now[table] !== definition)
        throw new ReleaseError(
          `${table} counts other answers, or other people, than in the release ${id}: put it back as it was in src/release/estimates or src/release/segments.ts, and give what is new an id of its own (protocol 3.3, P7).`,
        );
}
