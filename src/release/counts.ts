import { keptWithFlagSql, leftOutByRule } from '../survey/database/leftOutSql.ts';
import type { Condition } from '../survey/condition.ts';
import type { SideId } from '../survey/question.ts';
import { employers, jobSeekers } from './bases.ts';
import { seriesOfSide } from './catalogue.ts';
import type { Base } from './series.ts';
import { tableName } from './tables.ts';

/** The code for everyone in a base, answered or not. No code of the questionnaire has parentheses. */
export const ASKED = '(asked)';

/** One number that the tally gives of every group of responses. */
export interface Count {
  /** “E3 job_seeker_interviewed form”; for the fate of responses “eligible” or a flag. */
  readonly name: string;
  /** The base it is counted in. */
  readonly base: Base;
  /** What must also hold: a condition on answers, or SQL where it is on a flag. */
  readonly where: Condition | { readonly sql: string } | null;
}

export const countName = (table: string, code: string): string => `${table} ${code}`;

/** The eligible responses of each side: all, because nobody is sent who was screened out. */
export const eligible: Readonly<Record<SideId, Base>> = { job_seeker: jobSeekers, employer: employers };

/** The name of the count of responses that have a flag and are included all the same. */
export const keptName = (flag: string): string => `${flag} kept`;

/** Every count of a side, in the order in which the database returns them. */
export function countsOf(side: SideId): readonly Count[] {
  const base = eligible[side];
  return [
    { name: 'eligible', base, where: null },
    ...leftOutByRule.map(([flag, sql]) => ({ name: flag, base, where: { sql } })),
    ...keptWithFlagSql.map(([flag, sql]) => ({ name: keptName(flag), base, where: { sql } })),
    ...seriesOfSide(side).flatMap(({ estimate, series }) => {
      const table = tableName(estimate.id, series.id);
      return [
        { name: countName(table, ASKED), base: series.base, where: null },
        ...[...series.cells, ...series.asides].map(({ code, where }) => ({
          name: countName(table, code),
          base: series.base,
          where,
        })),
      ];
    }),
  ];
}
