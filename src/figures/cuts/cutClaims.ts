import type { Claim, Claimant } from '../claim.ts';
import type { Share } from '../parts.ts';
import type { Called } from './cutWords.ts';
import { share } from '../estimates/share.ts';

/** A side of a cut: how it is called, and its groups whose counts are printed. */
export interface Printed {
  readonly called: Called;
  readonly groups: readonly Share[];
}

/** Several groups as one. Throws on none. */
export function together(groups: readonly Share[]): Share {
  const sum = (of: 'x' | 'n') => groups.reduce((total, group) => total + group[of], 0);
  return share({ code: 'others', label: 'The others', short: 'The others' }, sum('x'), sum('n'));
}

/**
 * Every group set beside the others of its side together: its complement among the groups with printed counts, never a
 * total that holds it (protocol 2.2). All of a page, both sides, are one family: every one of them is looked at.
 */
export function cutClaims(sides: readonly Printed[]): readonly Claim[] {
  const compared = sides.filter(({ groups }) => groups.length > 1);
  const family = compared.reduce((sum, { groups }) => sum + groups.length, 0);
  return compared.flatMap(({ called: { who, does }, groups }) =>
    groups.map((group) => {
      const others: Claimant = {
        who: `${who} in the other groups shown`,
        does,
        than: 'the others shown',
        share: together(groups.filter((other) => other !== group)),
      };
      return {
        a: {
          who: `${who} in the group “${group.label}”`,
          does,
          than: `those in “${group.label}”`,
          share: group,
        },
        b: others,
        family,
      };
    }),
  );
}
