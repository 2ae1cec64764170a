import type { Condition } from './condition.ts';

/** A text literal of PostgreSQL (standard_conforming_strings is on everywhere since 9.1). */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const list = (codes: readonly string[]): string => codes.map(literal).join(', ');

/**
 * A condition as an SQL expression that is true or false, never null.
 * @param reference how a variable is reached
 * @param nullable whether what is reached can be null, as an answer that was not given is
 */
function conditionSql(
  condition: Condition,
  reference: (variable: string) => string,
  nullable: boolean,
): string {
  const join = (parts: readonly Condition[], word: string): string =>
    `(${parts.map((part) => conditionSql(part, reference, nullable)).join(` ${word} `)})`;
  if ('all' in condition) return join(condition.all, 'and');
  if ('any' in condition) return join(condition.any, 'or');
  const isIn = 'in' in condition;
  const test = `${reference(condition.variable)} ${isIn ? 'in' : 'not in'} (${list(isIn ? condition.in : condition.notIn)})`;
  return nullable ? `coalesce(${test}, ${isIn ? 'false' : 'true'})` : test;
}

/** A condition over the columns of a response table, in which every variable has a code. */
export const conditionOnColumns = (condition: Condition): string =>
  conditionSql(condition, (variable) => variable, false);

/** A condition over the jsonb object `answers` of a submission, in which a variable may be absent. */
export const conditionOnAnswers = (condition: Condition): string =>
  conditionSql(condition, (variable) => `answers ->> ${literal(variable)}`, true);
