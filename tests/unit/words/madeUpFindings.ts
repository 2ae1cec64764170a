import type { DifferenceFinding, Finding, RangeFinding, ShareFinding } from '../../../src/figures/finding.ts';
import { share, tooFew } from '../../examples/figureParts.ts';

/** Findings that tests of titles share, made up. */

type Pair = readonly [x: number, n: number];

export const part = ([x, n]: Pair) => share('a', 'A', 'A', x, n);

export const hidden = tooFew('a', 'job_seeker', 'Job seekers');

/** “… of people were told (x of n)”. */
export const told = (of: Pair | typeof hidden, more: Partial<ShareFinding> = {}): Finding => ({
  kind: 'share',
  share: 'withheld' in of ? of : part(of),
  who: 'people',
  does: 'were told',
  ...more,
});

/** “In one field, … of people were told (x of n); elsewhere, … (x of n)”, if it was declared. */
export const more = (
  [xa, na]: Pair,
  [xb, nb]: Pair,
  declared = true,
  {
    leads: [one, other] = ['in one field', 'elsewhere'],
    ...words
  }: Partial<DifferenceFinding> & { leads?: readonly [string, string] } = {},
): Finding => ({
  kind: 'difference',
  who: 'people',
  does: 'were told',
  groups: [
    { x: xa, n: na, lead: one },
    { x: xb, n: nb, lead: other },
  ],
  declared,
  ...words,
});

/** “By field of work, … to … of people were told”. */
export const everyField = (
  groups: readonly (Pair | typeof hidden)[],
  more: Partial<RangeFinding> = {},
): Finding => ({
  kind: 'range',
  lead: 'by field of work',
  who: 'people',
  does: 'were told',
  groups: groups.map((of) => ('withheld' in of ? of : part(of))),
  differs: false,
  ...more,
});

/** “Of the people here, … were told and … asked”. */
export const parts = (one: Pair, other: Pair | typeof hidden): Finding => ({
  kind: 'parts',
  who: 'people here',
  parts: [
    { share: part(one), does: 'were told' },
    { share: 'withheld' in other ? other : part(other), does: 'asked' },
  ],
});
