import type { DifferenceFinding, Finding, RangeFinding, ShareFinding } from '../../../src/figures/finding.ts';
import { share, tooFew } from '../../examples/figureParts.ts';

/** Findings that tests of titles share, made up. */

type Pair = readonly [x: number, n: number];

export const part = ([x, n]: Pair) => share('a', 'A', 'A', x, n);

export const hidden = tooFew('a', 'job_seeker', 'Job seekers');

/** “… of job seekers were told (x of n)”. */
export const told = (of: Pair | typeof hidden, more: Partial<ShareFinding> = {}): Finding => ({
  kind: 'share',
  share: 'withheld' in of ? of : part(of),
  who: 'job seekers',
  does: 'were told',
  ...more,
});

/** “More … than …”, if `higher` says that it may be said. */
export const more = (
  [xa, na]: Pair,
  [xb, nb]: Pair,
  higher: DifferenceFinding['higher'],
  says = { a: 'More people ask early than late', b: 'More people ask late than early' },
): Finding => ({ kind: 'difference', a: { x: xa, n: na }, b: { x: xb, n: nb }, higher, more: says });

/** “In every field, … to … of job seekers were told”. */
export const everyField = (
  groups: readonly (Pair | typeof hidden)[],
  more: Partial<RangeFinding> = {},
): Finding => ({
  kind: 'range',
  every: 'in every field',
  who: 'job seekers',
  does: 'were told',
  groups: groups.map((of) => ('withheld' in of ? of : part(of))),
  differs: false,
  ...more,
});
