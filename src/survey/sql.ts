import type { Condition } from './condition.ts';

/** A text literal of PostgreSQL (standard_conforming_strings is on everywhere since 9.1). */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Codes as the items of a list. */
export const codes = (items: readonly string[]): string => items.map(literal).join(', ');

/** How the answers are reached, and whether they can be absent there. */
interface Source {
  /** Where a code stands, as text or as an enum. */
  code(variable: string): string;
  /** Where a number stands; null when there is none. */
  number(variable: string): string;
  /** Whether a code can be null, as an answer that was not given is. */
  readonly nullable: boolean;
}

/** A condition as an SQL expression that is true or false, never null. */
function conditionSql(condition: Condition, source: Source): string {
  const join = (parts: readonly Condition[], word: string, none: string): string =>
    parts.length === 0 ? none : `(${parts.map((part) => conditionSql(part, source)).join(` ${word} `)})`;
  if ('all' in condition) return join(condition.all, 'and', 'true');
  if ('any' in condition) return join(condition.any, 'or', 'false');
  if ('over' in condition) return `coalesce(${source.number(condition.variable)} > ${condition.over}, false)`;
  if ('upTo' in condition)
    return `coalesce(${source.number(condition.variable)} <= ${condition.upTo}, false)`;
  const isIn = 'in' in condition;
  const test = `${source.code(condition.variable)} ${isIn ? 'in' : 'not in'} (${codes(isIn ? condition.in : condition.notIn)})`;
  return source.nullable ? `coalesce(${test}, ${isIn ? 'false' : 'true'})` : test;
}

/** A condition over the columns of a response table, in which every variable has a code, or a number and why not. */
export const conditionOnColumns = (condition: Condition): string =>
  conditionSql(condition, {
    code: (variable) => variable,
    number: (variable) => variable,
    nullable: false,
  });

/** A condition over the jsonb object `answers` of a submission, in which a variable may be absent. */
export const conditionOnAnswers = (condition: Condition): string =>
  conditionSql(condition, {
    code: (variable) => `answers ->> ${literal(variable)}`,
    // A case, because nothing else promises that the type is looked at before the cast.
    number: (variable) =>
      `case when jsonb_typeof(answers -> ${literal(variable)}) = 'number' then (answers ->> ${literal(variable)})::numeric end`,
    nullable: true,
  });
