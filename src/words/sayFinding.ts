import {
  LONGEST_TITLE,
  LONGEST_WHOLE,
  ofWhom,
  type Claim,
  type Counted,
  type DifferenceFinding,
  type Finding,
  type PartsFinding,
  type RangeFinding,
  type ShareFinding,
} from '../figures/finding.ts';
import { isNarrowRange } from '../figures/narrowRange.ts';
import { count } from '../figures/percent.ts';
import { MINIMUM_BASE } from '../release/disclosure/thresholds.ts';
import { isFirm, isFirmMiddle, mayBeQuoted } from './mayBeQuoted.ts';
import { byHalf, inPercent, percentInTitle, shareInWords, type Quantity } from './shareInWords.ts';
import { capital } from '../figures/capital.ts';

/** “, as of 2026-09”, of a count that an earlier release printed. */
export const since = ({ asOf }: Pick<Counted, 'asOf'>): string =>
  asOf === undefined ? '' : `, as of ${asOf}`;

export const xOfN = ({ x, n }: Counted): string => `${count(x)} of ${count(n)}`;

/** “(12 of 40 who answered, as of 2026-03)” */
const bracket = (counts: string, { counted }: Partial<Claim>, of: Counted): string =>
  `(${counts}${counted === undefined ? '' : ` ${counted}`}${since(of)})`;

/** “four in ten people”, but “four in ten of the employers here” and “a third of people”: always with a verb in the plural. */
function people({ words, takesOf }: Quantity, { who, named }: Claim): string {
  if (named === true) return words;
  const whom = ofWhom(who);
  return `${words} ${takesOf || whom !== `of ${who}` ? whom : who}`;
}

function shareIn(quantity: Quantity, finding: ShareFinding, share: Counted): string {
  const { lead, does, by } = finding;
  const said = `${lead === undefined ? '' : `${lead}, `}${people(quantity, finding)} ${does}`;
  return `${said} ${bracket(xOfN(share), finding, share)}${by === undefined ? '' : `; shown ${by}`}`;
}

/** In words, or where those are too long for a title in whole percents. */
function sayShare(finding: ShareFinding): readonly string[] {
  const { share } = finding;
  if (!mayBeQuoted(share)) return [];
  const inWords = finding.byHalf === true ? byHalf(share) : shareInWords(share);
  return [inWords, inPercent(share)].map((quantity) => shareIn(quantity, finding, share));
}

/** Both shares in whole percents: in tenths one comparison in five would be misstated (protocol 2.10). */
function sayDifference({ groups, declared, ...claim }: DifferenceFinding): readonly string[] {
  const [first, second] = groups;
  if (!declared || !groups.every(isFirm)) return [];
  // A difference that whole percents do not show would read as none.
  if (percentInTitle(first) === percentInTitle(second)) return [];
  const begun = first.lead === undefined ? '' : `${first.lead}, `;
  const whom = claim.named === true ? '' : ` ${ofWhom(claim.who)}`;
  const says = second.says === undefined ? '' : ` ${second.says}`;
  return [
    `${begun}${percentInTitle(first)}${whom} ${claim.does} ${bracket(xOfN(first), claim, first)}; ${second.lead}, ${percentInTitle(second)}${says} ${bracket(xOfN(second), {}, second)}`,
  ];
}

/** Readers add them up, so both are whole percents (protocol 2.10). */
function sayParts({ who, parts: [one, other] }: PartsFinding): readonly string[] {
  if (!mayBeQuoted(one.share) || !mayBeQuoted(other.share)) return [];
  const counts = bracket(`${count(one.share.x)} and ${xOfN(other.share)}`, {}, other.share);
  return [
    `Of the ${who}, ${percentInTitle(one.share)} ${one.does} and ${percentInTitle(other.share)} ${other.does} ${counts}`,
  ];
}

/** The lowest and the highest of some shares. */
export function endsOf(shares: readonly Counted[]): readonly [lowest?: Counted, highest?: Counted] {
  const sorted = shares.toSorted((one, other) => one.x / one.n - other.x / other.n);
  const [lowest, highest] = [sorted.at(0), sorted.at(-1)];
  return lowest === undefined || highest === undefined ? [] : [lowest, highest];
}

function sayRange({ lead, groups, differs, ...claim }: RangeFinding): readonly string[] {
  const shown = groups.filter(mayBeQuoted);
  if (differs || shown.length < groups.length || isNarrowRange(shown)) return [];
  const [lowest, highest] = endsOf(shown);
  if (lowest === undefined || highest === undefined) return [];
  const shares = `${percentInTitle(lowest)} to ${percentInTitle(highest)}`;
  const ends = bracket(`lowest ${xOfN(lowest)}, highest ${xOfN(highest)}`, claim, lowest);
  return [`${lead}, ${shares} ${ofWhom(claim.who)} ${claim.does} ${ends}`];
}

/** What may be said of a finding, the fullest words first. */
function say(finding: Finding): readonly string[] {
  switch (finding.kind) {
    case 'share':
      return sayShare(finding);
    case 'difference':
      return sayDifference(finding);
    case 'parts':
      return sayParts(finding);
    case 'range':
      return sayRange(finding);
    case 'median':
      return isFirmMiddle(finding)
        ? [`${finding.says} (${count(finding.n)} who answered${since(finding)})`]
        : [];
    case 'fact':
      return finding.n < MINIMUM_BASE ? [] : [finding.says];
  }
}

function isShort(title: string): boolean {
  const [beforeBracket = ''] = title.split(' (');
  return beforeBracket.length <= LONGEST_TITLE && title.length <= LONGEST_WHOLE;
}

/** A finding as a title says it; undefined where the rules of titles do not let it be said, or it would be too long. */
export const sayFinding = (finding: Finding): string | undefined => say(finding).map(capital).find(isShort);
