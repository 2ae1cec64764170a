import type { SideId } from '../../survey/question.ts';
import { isWideRange } from '../../statistics/precision.ts';
import type { Share } from '../../figures/parts.ts';
import type { Pen, Run } from '../canvas/label.ts';
import { count, percent, percentRange } from '../../figures/percent.ts';
import { sideColour } from './sideMark.ts';

/**
 * A share beside its mark: “68% 58–76%”, then what must be known of it: a wide range, its base, bounds, its release.
 * @param terse where hatching and a heading say already that a range is wide and numbers were carried over
 * @param ranged whether it has a range; facts have none, nor bounds
 * @param dated whether it names the release it was carried over from; a heading may do so for all
 */
export function shareLabel(
  share: Share,
  side: SideId,
  { size, colour }: Pen,
  {
    n,
    terse,
    dated = !terse,
    ranged = true,
  }: {
    readonly n: boolean;
    readonly terse: boolean;
    readonly dated?: boolean;
    readonly ranged?: boolean;
  },
): readonly Run[] {
  const { lo, hi, bounds, asOf } = share;
  const small = { colour: colour['ink-2'], size: size.small };
  const facts = [
    ...(ranged ? [percentRange(lo, hi)] : []),
    ...(ranged && isWideRange(share) && !terse ? ['wide range'] : []),
    ...(n ? [`n = ${count(share.n)}`] : []),
    ...(bounds === undefined || !ranged ? [] : [`bounds ${percentRange(bounds.lower, bounds.upper)}`]),
    ...(asOf === undefined || !dated ? [] : [`as of ${asOf}`]),
  ];
  return [
    { text: percent(share), weight: 600, colour: sideColour(side, colour), size: size.value },
    ...(facts.length === 0 ? [] : [{ text: ` ${facts.join(', ')}`, ...small }]),
  ];
}

/** A share beside its mark from the longest to the shortest: with its bounds, with its range, alone. */
export function shareLabels(
  { bounds, ...value }: Share,
  side: SideId,
  pen: Pen,
  terse: boolean,
): readonly [readonly Run[], readonly Run[], readonly Run[]] {
  const said = { n: false, terse, dated: false };
  const ranged = shareLabel(value, side, pen, said);
  const whole = bounds === undefined ? ranged : shareLabel({ ...value, bounds }, side, pen, said);
  return [whole, ranged, ranged.slice(0, 1)];
}
