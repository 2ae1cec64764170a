import { keptWithFlagSql, leftOutByRule } from '../survey/database/leftOutSql.ts';
import type { Condition } from '../survey/condition.ts';
import type { SideId } from '../survey/question.ts';
import { employers, jobSeekers } from './bases.ts';
import { seriesOfSide } from './catalogue.ts';
import type { Base } from './series.ts';
import { tableName } from './tables.ts';

/** The code of everybody in a base, answered or not. No code of the questionnaire is written so. */
export const ASKED = '(asked)';

/** One number that the tally gives of every group of responses. */
export interface Count {
  /** “E3 job_seeker_interviewed form”; for the fate of responses “submitted”, “eligible” or a flag. */
  readonly name: string;
  /** Whom it is of, when not of everybody. */
  readonly base: Base | null;
  /** What must hold besides of the answers; a flag is none, and is said in SQL. */
  readonly where: Condition | { readonly sql: string } | null;
}

export const countName = (table: string, code: string): string => `${table} ${code}`;

/** Whose answers count at all. */
export const eligible: Readonly<Record<SideId, Base>> = { job_seeker: jobSeekers, employer: employers };

/** The name under which those are counted whom a flag does not leave out. */
export const keptName = (flag: string): string => `${flag} kept`;

/** Everything that is counted of a side, in one order for the database and for whoever reads what it says. */
export function countsOf(side: SideId): readonly Count[] {
  const base = eligible[side];
  return [
    { name: 'submitted', base: null, where: null },
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
