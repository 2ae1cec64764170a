import { falseDiscovery } from '../../statistics/falseDiscovery.ts';
import type { Release } from '../release.ts';
import { cutMembers } from './cutMembers.ts';
import { FALSE_DISCOVERY_RATE, type Decided, type Member } from './decided.ts';
import { listedMembers } from './listed.ts';

/** One family: which of its comparisons may be said, by Benjamini and Hochberg’s rule. */
function decideFamily(members: readonly Member[]): readonly Decided[] {
  const found = falseDiscovery(members.map(({ p }) => p));
  return members.flatMap((member, i) => {
    const own = found[i];
    if (own === undefined) return [];
    const isSaid = own.adjusted <= FALSE_DISCOVERY_RATE && member.stands;
    const higher = isSaid ? (member.d > 0 ? 'a' : 'b') : null;
    return [{ ...member, ...own, size: members.length, higher }];
  });
}

const decisions = new WeakMap<Release, readonly Decided[]>();

/** Every comparison of both families whose counts are printed, with its verdict. The only place where one is made. */
export function decide(release: Release): readonly Decided[] {
  const known = decisions.get(release);
  if (known !== undefined) return known;
  const made = [listedMembers(release), cutMembers(release)].flatMap(decideFamily);
  decisions.set(release, made);
  return made;
}
