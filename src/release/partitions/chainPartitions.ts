import { keptWithFlagSql, leftOutByRule } from '../../survey/database/leftOutSql.ts';
import type { SideId } from '../../survey/question.ts';
import { channels } from '../../survey/channel.ts';
import { channelName, eligible, keptName } from '../counts.ts';
import { CHANNEL, FATE, RULE, type Partition } from '../disclosure/partition.ts';
import { chainName, channelTableName } from '../tables.ts';
import { groupOf, without } from './groupOf.ts';
import type { Counts, Pick } from './readCounts.ts';

/**
 * What became of the people who came to a side’s survey (screened out before they sent anything, left out by a rule,
 * included), then each rule by itself, then the included by the kind of link they came by. Their numbers are of people too, so the same rules protect them (protocol 3.3, P9).
 */
export function chainPartitions(side: SideId, counts: Counts): readonly Partition[] {
  const every = counts.where({ segment: null });
  const included = counts.where({ counted: true, segment: null });
  const leftOut = counts.where({ counted: false, segment: null });
  const one = (pick: Pick, name: string) => groupOf(pick, [name], {});
  const chain = chainName(side);
  const byRule = (name: string, code: string, pick: Pick): Partition => {
    const broke = one(pick, name);
    return {
      table: `${chain} ${name}`,
      side,
      segment: RULE,
      population: `${chain} eligible`,
      indicators: [],
      categories: { [code]: broke },
      rest: without(one(every, 'eligible'), broke),
    };
  };
  return [
    {
      table: chain,
      side,
      segment: FATE,
      population: `${chain} came`,
      indicators: [],
      categories: {
        included: { ...one(included, 'eligible'), population: eligible[side].id },
        left_out: one(leftOut, 'eligible'),
        screened_out: counts.screenedOut,
      },
      rest: groupOf(every, [], {}),
    },
    ...leftOutByRule.map(([flag]) => byRule(flag, 'left_out', leftOut)),
    ...keptWithFlagSql.map(([flag]) => byRule(keptName(flag), 'kept', included)),
    {
      table: channelTableName(side),
      side,
      segment: CHANNEL,
      population: eligible[side].id,
      indicators: [],
      categories: Object.fromEntries(
        channels.map((channel) => [channel, one(included, channelName(channel))]),
      ),
      rest: groupOf(included, [], {}),
      printsRest: true,
    },
  ];
}
