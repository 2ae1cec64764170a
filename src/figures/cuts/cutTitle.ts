import { isWideRange } from '../../statistics/precision.ts';
import { weigh, type Claim } from '../claim.ts';
import { count } from '../percent.ts';
import { together, type Printed } from './cutClaims.ts';

/**
 * The title of a cut, by rule: the group that differs most from the others together, if the range of any difference
 * leaves out 0; else that the groups cannot be told apart. A wide range is never quoted (protocol 2.6 and 2.9).
 * @param by the cut, as a sentence goes on: “by region”
 * @returns undefined when nothing can be quoted.
 */
export function cutTitle(
  sides: readonly Printed[],
  claims: readonly Claim[],
  by: string,
): string | undefined {
  const differing = weigh(claims)
    .filter(({ difference }) => difference.higher !== null)
    .toSorted((one, other) => Math.abs(other.difference.d) - Math.abs(one.difference.d));
  const quotable = differing.find(({ a, b }) => !isWideRange(a.share) && !isWideRange(b.share));
  if (quotable !== undefined) {
    const { a, b, difference } = quotable;
    const often = difference.higher === 'a' ? 'more' : 'less';
    return `${count(a.share.x)} of ${count(a.share.n)} ${a.who} ${a.does}, ${often} often than ${b.than} (${count(b.share.x)} of ${count(b.share.n)})`;
  }
  const compared = sides.filter(({ groups }) => groups.length > 1);
  const [first] = compared;
  if (first === undefined) return onlyOne(sides, by);
  const measures = new Set(compared.map(({ called }) => called.measure)).size;
  const either = measures > 1 ? ' in either figure' : compared.length > 1 ? ' on either side' : '';
  return `${all(first)}; ${by}, ${differing.length > 0 ? 'the ranges are too wide to say more' : `the groups cannot be told apart${either}`}`;
}

function all({ called: { who, does }, groups }: Printed): string {
  const { x, n } = together(groups);
  return `Of ${count(n)} ${who} in the groups shown, ${count(x)} ${does}`;
}

function onlyOne(sides: readonly Printed[], by: string): string | undefined {
  for (const { called, groups } of sides)
    for (const group of groups)
      if (!isWideRange(group))
        return `Of ${count(group.n)} ${called.who} in the group “${group.label}”, ${count(group.x)} ${called.does}; ${by}, no second group has a count to compare`;
  return undefined;
}
