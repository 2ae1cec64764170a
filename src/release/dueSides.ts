import type { SideId } from '../survey/question.ts';
import { sideIsDue, type SideState } from './disclosure/calendarRule.ts';
import { changeSince } from './disclosure/changeSince.ts';
import { TOTAL, type Ledger } from './disclosure/ledger.ts';
import { categoryOf, everybodyOf, type Partition } from './disclosure/partition.ts';
import { chainName } from './tables.ts';
import { sideIds } from '../survey/sides.ts';

/** How many responses a side has, how many changed, and whether its tables may be renewed (protocol 3.3, P1). */
export interface SideDue extends SideState {
  readonly side: SideId;
  readonly isDue: boolean;
}

/**
 * P1 for both sides, from the counts of submitted, left out and included responses.
 * @throws {ReleaseError} when the tally and the ledger do not belong together.
 */
export const dueSides = (partitions: readonly Partition[], ledger: Ledger): readonly SideDue[] =>
  sideIds.map((side) => {
    const table = chainName(side);
    const chain = partitions.find((partition) => partition.table === table);
    if (chain === undefined) throw new Error(`The tally holds no table ${table}.`);
    const latest = ledger.vintagesOf(table).at(-1);
    const state = {
      included: categoryOf(chain, 'included').n,
      changed:
        latest === undefined
          ? null
          : changeSince(everybodyOf(chain), latest, ledger.rowOf(latest, table, TOTAL).n, table),
    };
    return { side, ...state, isDue: sideIsDue(state) };
  });
