import { keptWithFlagSql, leftOutByRule } from '../survey/database/leftOutSql.ts';
import { channels, type Channel } from '../survey/channel.ts';
import type { Condition } from '../survey/condition.ts';
import type { SideId } from '../survey/question.ts';
import { literal } from '../survey/sql.ts';
import { employers, jobSeekers } from './bases.ts';
import type { Base } from './series.ts';
import { tables, type TableDefinition } from './tables.ts';

/** The code for everyone in a base, answered or not. No code of the questionnaire has parentheses. */
export const ASKED = '(asked)';

/** One number that the tally gives of every group of responses. */
export interface Count {
  /** “E3 job_seeker_interviewed form”; for the fate of responses “eligible” or a flag. */
  readonly name: string;
  /** The base it is counted in. */
  readonly base: Base;
  /** What must also hold: a condition on answers, or SQL where it is on what is kept beside them. */
  readonly where: Condition | { readonly sql: string } | null;
}

export const countName = (table: string, code: string): string => `${table} ${code}`;

/** The eligible responses of each side: all, because nobody is sent who was screened out. */
export const eligible: Readonly<Record<SideId, Base>> = { job_seeker: jobSeekers, employer: employers };

/** The name of the count of responses that have a flag and are included all the same. */
export const keptName = (flag: string): string => `${flag} kept`;

/** The name of the count of responses that came by a kind of link. */
export const channelName = (channel: Channel): string => `channel ${channel}`;

/** The series of a side, each in every stretch of versions in which one of its tables counts it. */
const countedOn = (side: SideId): readonly TableDefinition[] => [
  ...new Map(
    tables.filter(({ series }) => series.side === side).map((table) => [table.counted, table] as const),
  ).values(),
];

/** Every count of a side, in the order in which the database returns them. */
export function countsOf(side: SideId): readonly Count[] {
  const base = eligible[side];
  return [
    { name: 'eligible', base, where: null },
    ...leftOutByRule.map(([flag, sql]) => ({ name: flag, base, where: { sql } })),
    ...keptWithFlagSql.map(([flag, sql]) => ({ name: keptName(flag), base, where: { sql } })),
    ...channels.map((channel) => ({
      name: channelName(channel),
      base,
      where: { sql: `channel = ${literal(channel)}` },
    })),
    ...countedOn(side).flatMap(({ counted, series }) => [
      { name: countName(counted, ASKED), base: series.base, where: null },
      ...[...series.cells, ...series.asides].map(({ code, where }) => ({
        name: countName(counted, code),
        base: series.base,
        where,
      })),
    ]),
  ];
}
