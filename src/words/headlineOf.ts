import type { Figure } from '../figures/figure.ts';
import { ofWhom, type Claim, type Counted, type Finding } from '../figures/finding.ts';
import type { Share } from '../figures/parts.ts';
import { boundsInWords, count, percentRange } from '../figures/percent.ts';
import { wilson } from '../statistics/wilson.ts';
import { nothingYet } from '../figures/releaseInWords.ts';
import { sideNames } from '../figures/sideNames.ts';
import { mayBeQuoted } from './mayBeQuoted.ts';
import { endsOf, since, xOfN } from './sayFinding.ts';
import { percentInTitle } from './shareInWords.ts';
import { foundIn } from './titleOf.ts';
import type { Headline, Words } from './words.ts';
import { capital, lowered } from '../figures/capital.ts';

/** “range 58–66%” */
function rangeOf({ x, n }: Counted): string {
  const range = wilson(x, n);
  if (range === null) throw new RangeError('Nobody was counted, so there is no range.');
  return `range ${percentRange(range.lo, range.hi)}`;
}

/** “318 of 512 job seekers here, range 58–66%” */
const counts = (of: Counted & Pick<Share, 'bounds'>, { counted }: Pick<Claim, 'counted'> = {}): string =>
  [
    `${xOfN(of)}${counted === undefined ? '' : ` ${counted}`}${since(of)}`,
    rangeOf(of),
    ...(of.bounds === undefined ? [] : [boundsInWords(of.bounds)]),
  ].join(', ');

/** What follows a number: who, what they did, and what a title begins with, unless that names them. */
function claimed({ who, does, named }: Claim, lead: string | undefined): string {
  if (lead === undefined) return `${ofWhom(who)} ${does}`;
  if (named !== true) return `${ofWhom(who)} ${does}, ${lowered(lead)}`;
  // Right after a percentage, “employers here” without “the” reads as if it were of all employers.
  return `${lowered(lead).replace(/^of employers here/, 'of the employers here')} ${does}`;
}

/** A finding that a title says, as pictures say it: the same counts, and every share in percent. */
function ofFinding(finding: Finding): Headline {
  switch (finding.kind) {
    case 'share': {
      const { share, lead, by } = finding;
      if (!mayBeQuoted(share)) throw new Error('A share that is not shown has no headline.');
      const says = claimed(finding, lead);
      const beside = by === undefined ? {} : { beside: `shown ${by}` };
      return { number: percentInTitle(share), says, ...beside, counts: counts(share, finding) };
    }
    case 'difference': {
      const [first, second] = finding.groups;
      const beside = [percentInTitle(second), second.lead, second.says];
      return {
        number: percentInTitle(first),
        says: claimed(finding, first.lead),
        beside: beside.filter((part) => part !== undefined).join(' '),
        counts: `${counts(first, finding)}; ${counts(second)}`,
      };
    }
    case 'parts': {
      const [one, other] = finding.parts;
      if (!mayBeQuoted(one.share) || !mayBeQuoted(other.share))
        throw new Error('A part that is not shown has no headline.');
      return {
        number: percentInTitle(one.share),
        says: `of the ${finding.who} ${one.does}`,
        beside: `${percentInTitle(other.share)} ${other.does}`,
        counts: `${counts(one.share)}; ${counts(other.share)}`,
      };
    }
    case 'range': {
      const [lowest, highest] = endsOf(finding.groups.filter(mayBeQuoted));
      if (lowest === undefined || highest === undefined)
        throw new Error('Groups that are not shown have no headline.');
      return {
        number: `${percentInTitle(lowest)} to ${percentInTitle(highest)}`,
        says: claimed(finding, finding.lead),
        counts: `lowest ${counts(lowest, finding)}; highest ${counts(highest)}`,
      };
    }
    case 'median': {
      const { says, middle, n, between } = finding;
      return {
        number: middle,
        says: `is what ${says.replace(` ${middle}`, '')}`,
        counts: `${count(n)} who answered${since(finding)}, range ${between === middle ? 'the same' : between}`,
      };
    }
    case 'fact':
      return { number: '', says: capital(finding.says), counts: '' };
  }
}

/** A question without what is explained after it, which is on the page. */
export const questionAlone = (question: string): string => question.split(/(?<=[?.]) /)[0] ?? '';

/** What a picture says of a figure that shows nothing: what is asked, and that answers are being collected. */
function asking({ asked: [asked], name, provenance }: Figure): Pick<Headline, 'says' | 'beside'> {
  const state = provenance.release === null ? nothingYet : 'Too few answers yet';
  const beside = `${state}. We are collecting them: add yours.`;
  if (asked === undefined) return { says: name, beside };
  return {
    says: `We ask ${sideNames[asked.side].toLowerCase()}: “${questionAlone(asked.question)}”`,
    beside,
  };
}

/** A figure’s finding as its pictures say it; else what it is missing, and a blank where the number would be. */
export function headlineOf(
  figure: Figure,
  { title, missingAlone = '', bases, isShown }: Pick<Words, 'title' | 'missingAlone' | 'bases' | 'isShown'>,
): Headline {
  if (!isShown) return { number: null, ...asking(figure), counts: missingAlone };
  const found = foundIn(figure);
  if (found !== undefined) return ofFinding(found);
  return { number: null, says: title, beside: missingAlone, counts: bases };
}
