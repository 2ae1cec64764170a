import {
  LONGEST_TITLE,
  type Counted,
  type DifferenceFinding,
  type Finding,
  type RangeFinding,
  type ShareFinding,
} from '../figures/finding.ts';
import { isNarrowRange } from '../figures/narrowRange.ts';
import { count } from '../figures/percent.ts';
import { MINIMUM_BASE } from '../release/disclosure/thresholds.ts';
import { isFirm, mayBeQuoted } from './mayBeQuoted.ts';
import { byHalf, percentInTitle, shareInWords, type Quantity } from './shareInWords.ts';

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const since = (asOf: string | undefined): string => (asOf === undefined ? '' : `, as of ${asOf}`);

const xOfN = ({ x, n }: Counted): string => `${count(x)} of ${count(n)}`;

const ofN = (of: Counted): string => `${xOfN(of)}${since(of.asOf)}`;

/** “four in ten job seekers”, “a third of job seekers”: always with a verb in the plural, one in ten included. */
const people = ({ words, takesOf }: Quantity, who: string): string =>
  `${words} ${takesOf ? 'of ' : ''}${who}`;

function sayShare(finding: ShareFinding) {
  const { share, lead, who, does, counted } = finding;
  if (!mayBeQuoted(share)) return undefined;
  if (finding.countsFirst === true)
    return `Of ${count(share.n)} ${who}, ${count(share.x)} ${does}${since(share.asOf)}`;
  const quantity = finding.byHalf === true ? byHalf(share) : shareInWords(share);
  const subject = finding.whoFirst === true ? `of ${who}, ${quantity.words}` : people(quantity, who);
  const said = capital(lead === undefined ? subject : `${lead}, ${subject}`);
  const bracket = counted === undefined ? xOfN(share) : `${xOfN(share)} ${counted}`;
  return `${said} ${does} (${bracket}${since(share.asOf)})`;
}

/** Both shares in whole percents: in tenths one comparison in five would be misstated (protocol 2.10). */
function sayDifference({ a, b, higher, more, first }: DifferenceFinding) {
  if (higher === null || !isFirm(a) || !isFirm(b)) return undefined;
  const named = (first ?? higher) === 'a' ? [a, b] : [b, a];
  // A difference that whole percents do not show would read as none.
  if (percentInTitle(a) === percentInTitle(b)) return undefined;
  const said = named.map((of) => `${percentInTitle(of)} (${ofN(of)})`);
  return `${capital(more[higher])}: ${said.join(' against ')}`;
}

function sayRange({ every, who, does, groups, differs }: RangeFinding) {
  const shown = groups.filter(mayBeQuoted);
  if (differs || shown.length < groups.length || isNarrowRange(shown)) return undefined;
  const sorted = shown.toSorted((one, other) => one.x / one.n - other.x / other.n);
  const [lowest, highest] = [sorted.at(0), sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return undefined;
  const shares = `${percentInTitle(lowest)} to ${percentInTitle(highest)}`;
  return `${capital(every)}, ${shares} of ${who} ${does} (from ${xOfN(lowest)} to ${xOfN(highest)}${since(lowest.asOf)})`;
}

function say(finding: Finding): string | undefined {
  switch (finding.kind) {
    case 'share':
      return sayShare(finding);
    case 'difference':
      return sayDifference(finding);
    case 'range':
      return sayRange(finding);
    case 'median':
      return finding.n < MINIMUM_BASE ? undefined : `${capital(finding.says)} (${count(finding.n)} people)`;
    case 'fact':
      return finding.n < MINIMUM_BASE ? undefined : capital(finding.says);
  }
}

/** A finding as a title says it; undefined where the rules of titles do not let it be said, or it would be too long. */
export function sayFinding(finding: Finding): string | undefined {
  const said = say(finding);
  const [beforeBracket = ''] = said?.split(' (') ?? [];
  return beforeBracket.length > LONGEST_TITLE ? undefined : said;
}
