import { readCounts } from '../../../src/release/partitions/readCounts.ts';
import { tally as schema, type Tally } from '../../../src/release/tally.ts';
import type { SideId } from '../../../src/survey/question.ts';
import type { Database } from './database.ts';

interface Asked {
  onlyMadeUp?: boolean;
  since?: readonly string[];
  /** The first day that is not counted; unless said, everything is. */
  before?: string;
}

/** What the release job is told. */
export async function tallyOf(
  database: Database,
  { onlyMadeUp = false, since = [], before = 'infinity' }: Asked = {},
): Promise<Tally> {
  const [row] = await database
    .as('service_role')
    .sql('select public.tally($1, $2::date[], $3::date) as counts', [onlyMadeUp, [...since], before]);
  return schema.parse(row?.counts);
}

/** One count over all responses of a side, either those in the figures or those left out. */
export const counted = (tally: Tally, side: SideId, name: string, isCounted = true): number =>
  readCounts(tally, side, []).where({ counted: isCounted, segment: null }).count([name]);
