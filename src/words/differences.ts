import { weigh, type Claim, type Weighed } from '../figures/claim.ts';
import { percent } from '../figures/percent.ts';

/**
 * Every difference on a chart’s list in words, whatever came of it: a list that shows only what was found would be
 * picked after looking (protocol 2.9).
 */
export function differences(claims: readonly Claim[]): readonly string[] {
  return weigh(claims).map(inWords);
}

function inWords({ a, b, difference }: Weighed): string {
  const { d, lo, hi, higher } = difference;
  const does = a.does === b.does ? '' : ` ${b.does}`;
  const what = `${percent(a.share)} of the ${a.who} ${a.does}, ${percent(b.share)} of the ${b.who}${does}`;
  if (higher === null)
    return `${what}. The range of the difference, ${points(lo)} to ${points(hi)} points, includes 0: the two cannot be told apart.`;
  const [low, high] = [Math.abs(lo), Math.abs(hi)].toSorted((one, other) => one - other);
  return `${what}. That is ${points(Math.abs(d))} points ${d > 0 ? 'more' : 'fewer'}, range ${least(low ?? 0)} to ${points(high ?? 0)}.`;
}

/** The near end of a range that leaves out 0: it may round to 0 and is not 0. */
const least = (share: number): string => (points(share) === '0' ? 'less than 1' : points(share));

/** A difference of shares in points, with a minus sign that is one. */
function points(share: number): string {
  const whole = Math.round(Number((share * 100).toFixed(10)));
  return whole < 0 ? `−${-whole}` : String(whole + 0);
}
