import { doorCode, doorRules } from '../survey/quality.ts';
import { MINIMUM_GROUP } from './disclosure/thresholds.ts';
import type { Release } from './release.ts';
import type { Tally } from './tally.ts';

/**
 * What happened at the door, in whole tens, rounded down: an exact number could tell of one caller, and so could its
 * change between two releases. Calls and not people: who is refused often tries again.
 */
export const printedDoor = ({ door }: Pick<Tally, 'door'>): Release['door'] =>
  Object.fromEntries(
    doorRules.map((rule) => {
      const n = door[doorCode(rule)] ?? 0;
      return [doorCode(rule), n - (n % MINIMUM_GROUP)];
    }),
  );
