import type { Figure } from '../figures/figure.ts';
import type { Finding, MedianFinding, ShareFinding } from '../figures/finding.ts';
import { isWithheld } from '../figures/parts.ts';
import { count } from '../figures/percent.ts';
import {
  hasMinimumBase,
  MINIMUM_BASE,
  MINIMUM_CELL,
  MINIMUM_GROUP,
  spelled,
} from '../release/disclosure/thresholds.ts';
import { isWideRange } from '../statistics/precision.ts';
import { wilsonEnds, Z_95 } from '../statistics/wilson.ts';
import { firstFigures } from './firstFigures.ts';
import { groupsOf } from './titleOf.ts';

/** What one finding lacks. */
interface Lack {
  readonly sentence: string;
  /** How many more people it takes, where that can be said. */
  readonly more?: number;
}

/** A handful is no count, as everywhere (protocol, decision 6). */
const inWords = (more: number): string => (more < MINIMUM_CELL ? 'a few' : count(more));

/** How many more people would narrow the range of a share, if as large a part of them were counted. */
function moreForRange(share: number, n: number): number {
  let more = 1;
  while (isWideRange(wilsonEnds(share, n + more, Z_95))) more += 1;
  return more;
}

/**
 * How many are missing is said only of a base that the release prints: “12 more” would give away a base of 18 that it does
 * not print, and even in steps two releases would tell who came in between (protocol 3.3).
 */
function lackOf({ share, who }: ShareFinding): Lack {
  const { n } = share;
  if (isWithheld(share) && share.until !== undefined && share.status !== 'withheld')
    return {
      sentence: `Version ${share.until} of the questionnaire was the last to ask it, and too few answered.`,
    };
  if (isWithheld(share) && share.status === 'withheld')
    return { sentence: 'It is held back, as it would give away a small group; more answers may bring it.' };
  if (n === undefined) return { sentence: `This figure needs at least ${MINIMUM_BASE} ${who}.` };
  if (!hasMinimumBase(n)) {
    const more = MINIMUM_BASE - n;
    return { more, sentence: `A percentage needs ${inWords(more)} more ${who}.` };
  }
  if (isWithheld(share) || Math.min(share.x, n - share.x) < MINIMUM_GROUP)
    return {
      sentence: `A headline needs at least ${spelled(MINIMUM_GROUP)} people who are counted and as many who are not; one of the two is smaller here.`,
    };
  const more = moreForRange(share.share, n);
  return {
    more,
    sentence: `Its range is too wide for a headline; about ${inWords(more)} more ${who} would narrow it.`,
  };
}

/** A middle answer that is shown and too uncertain for a headline. */
const lackOfMiddle = ({ between }: MedianFinding): Lack => ({
  sentence: `Its middle answer may be ${between}: too wide for a headline, and more answers would narrow it.`,
});

const isShare = (finding: Finding): finding is ShareFinding => finding.kind === 'share';

/** Of several lacks the one that the fewest people would fill; else the first. */
const nearest = (lacks: readonly Lack[]): Lack | undefined =>
  lacks.toSorted(({ more: a = Infinity }, { more: b = Infinity }) => (a === b ? 0 : a - b))[0];

const isUnreleased = (group: object): boolean => isWithheld(group) && group.unreleased === true;

/**
 * What a figure that has no finding lacks, in words, from what its release prints and nothing else. Nothing where none of its
 * sides has figures: what they take is the same of every figure.
 */
export function whatIsMissing(figure: Figure): string | undefined {
  const groups = groupsOf(figure);
  if (groups.every(isUnreleased)) return undefined;
  const shares = figure.findings.filter(isShare).filter(({ share }) => !isUnreleased(share));
  const since = groups.find((group) => isWithheld(group) && group.since !== undefined);
  const middles = figure.findings.filter((finding) => finding.kind === 'median');
  const said = [
    nearest([...shares.map(lackOf), ...middles.map(lackOfMiddle)])?.sentence ??
      (groups.some(({ n }) => n !== undefined)
        ? 'No headline can be made of these numbers yet.'
        : `This figure needs at least ${MINIMUM_BASE} answers.`),
    ...(since !== undefined && isWithheld(since)
      ? [`It is asked since version ${since.since ?? ''} of the questionnaire.`]
      : []),
  ];
  return said.join(' ');
}

/** Which side of a figure has no figures yet, and how many answers they take; nothing where all have some. */
export function whoIsMissing(figure: Figure): string | undefined {
  const waiting = groupsOf(figure).flatMap((group) =>
    isWithheld(group) && isUnreleased(group) ? [group.side] : [],
  );
  return waiting.length === 0 ? undefined : firstFigures([...new Set(waiting)]);
}
