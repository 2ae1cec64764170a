import { foundIn, normal, stages } from './concepts.ts';
import { differences, DOUBT } from './differences.ts';
import type { KnownClaim, KnownFigure } from './known.ts';
import { statedIn, type Stated } from './numbers.ts';
import { covered, denied, KNOWN, stemsOf } from './vocabulary.ts';

/** What the ledger says of a sentence. */
export interface Checked {
  /**
   * `holds`: number and wording are those of the figure. `claim`: the number is the figure’s, and something else is not.
   * `unsure`: the number is the figure’s, and the words are put otherwise, or in part.
   * `number`: the sentence is about the figure, and its number is another. `many`: it states several, of which no verdict can be one.
   * `wrong`: it states none, and the ledger knows that it does not hold. `none`: no figure of the ledger has this number and is about this.
   */
  readonly verdict: 'holds' | 'claim' | 'unsure' | 'number' | 'many' | 'wrong' | 'none';
  readonly figure?: KnownFigure;
  /** The claim without a source that the sentence repeats. */
  readonly claim?: KnownClaim;
  /** What is not as the figure has it, a sentence each. */
  readonly differences: readonly string[];
}

/** How much of a known misquotation a sentence must hold to be called the same. */
const SAME = 0.7;
/** How far a fraction in words may be from the percentage that it rounds, in points. */
const ROUNDED = 3.5;

/** Stems of what happens or is said of it. A sentence without one of a figure’s is about something else, unless it shares three other words. */
const KEY =
  /^(hear|ghost|feedback|reason|why|want|expect|legal|law|must|duty|useful|importan|phone|call|again|refus|declin|resent|goodwill|bad|negative|acknowledg|promoter|nps|score|decision|resign|fail|review|cost|ask)/;

/** Does a figure print this number. */
function isIts(number: string, { value, unit, isFraction }: Stated): boolean {
  const [own] = statedIn(normal(number)).filter((one) => !one.isFraction);
  if (own === undefined || (own.unit === '%') !== (unit === '%')) return false;
  if (own.unit !== '' && own.unit !== unit) return false;
  return isFraction ? Math.abs(own.value - value) <= ROUNDED : own.value === value;
}

/** A figure that a number of the sentence may be of. */
interface Candidate {
  readonly figure: KnownFigure;
  readonly stated: Stated;
  /** Why the sentence is known to be wrong, where it is. */
  readonly why?: string;
  readonly score: number;
}

function candidate(sentence: string, stated: Stated, figure: KnownFigure): readonly Candidate[] {
  const text = normal(sentence);
  const words = stemsOf(sentence);
  const wrong = figure.wrong.find(
    ({ says }) =>
      statedIn(normal(says)).some(({ value, unit }) => value === stated.value && unit === stated.unit) &&
      covered(stemsOf(says), words) >= SAME,
  );
  if (wrong === undefined && !isIts(figure.number, stated)) return [];
  const own = foundIn(normal(`${figure.sentence} ${figure.wording}`), stages);
  const ownWords = stemsOf(`${figure.of} ${figure.sentence} ${figure.wording}`);
  const inCommon = [...words].filter((word) => ownWords.has(word) && !/\d/.test(word));
  const keys = inCommon.filter((word) => KEY.test(word)).length;
  if (wrong === undefined && keys === 0 && inCommon.length < 3) return [];
  const facts = stemsOf(`${figure.facts} ${figure.by}`);
  const named = [...words].filter((word) => facts.has(word) && !ownWords.has(word)).length;
  const score =
    3 * keys +
    [...foundIn(text, stages)].filter((name) => own.has(name)).length +
    inCommon.length / 2 +
    2 * named +
    (wrong === undefined ? 0 : 6) +
    // A figure with this very number comes before one that a fraction only rounds.
    Number(!stated.isFraction);
  return [{ figure, stated, score, ...(wrong && { why: wrong.why }) }];
}

/** A claim without a source that a sentence repeats: it shares its number, and most of its words besides numbers and places. */
function repeated(sentence: string, claims: readonly KnownClaim[]): KnownClaim | undefined {
  const words = stemsOf(sentence);
  const numbers = statedIn(normal(sentence));
  return claims.find(({ says }) => {
    const [own] = statedIn(normal(says));
    const claimed = [...stemsOf(says)].filter((word) => !/\d/.test(word) && !KNOWN.test(word));
    return (
      numbers.some(({ value, unit }) => value === own?.value && unit === own.unit) &&
      covered(new Set(claimed), words) >= SAME
    );
  });
}

/** A text without what stands around it: quotation marks, and its full stop. */
const bare = (text: string): string => normal(text).replace(/^"|[".]+$/g, '');

/** A sentence that states no number: it holds nothing to compare, unless it is all of what the ledger knows to be wrong. */
function withoutNumber(sentence: string, figures: readonly KnownFigure[]): Checked {
  const words = stemsOf(sentence);
  for (const figure of figures)
    for (const { says, why } of figure.wrong)
      if (
        statedIn(normal(says)).length === 0 &&
        covered(stemsOf(says), words) === 1 &&
        denied(says) === denied(sentence)
      )
        return { verdict: 'wrong', figure, differences: [why] };
  return { verdict: 'none', differences: ['It states no number to look for, such as 75%.'] };
}

/**
 * Which figure of the ledger a sentence is about, and whether its wording holds. It compares what the sentence says with
 * what the figure does, and every word that claims something must be the figure’s own: what it cannot vouch for does not hold.
 */
export function checkQuote(
  sentence: string,
  figures: readonly KnownFigure[],
  claims: readonly KnownClaim[],
): Checked {
  // The ledger’s own words, and those of its sources, as its pages print them, are no misquotation of it.
  const own = figures.find(({ sentence: is, who, wording }) =>
    [is, `${is} (${who})`, wording || is].some((one) => bare(one) === bare(sentence)),
  );
  if (own !== undefined) return { verdict: 'holds', figure: own, differences: [] };
  const stated = statedIn(normal(sentence));
  if (stated.length === 0) return withoutNumber(sentence, figures);
  const [best] = stated
    .flatMap((one) => figures.flatMap((figure) => candidate(sentence, one, figure)))
    .sort((a, b) => b.score - a.score);
  const claim = repeated(sentence, claims);
  if (claim !== undefined && best?.why === undefined)
    return { verdict: 'none', claim, differences: [`It is passed around, and has no source. ${claim.why}`] };
  if (best === undefined) return { verdict: 'none', differences: [] };
  const { figure, why } = best;
  if (why === undefined && stated.length > 1)
    return { verdict: 'many', figure, differences: ['Check each in a sentence of its own.'] };
  const found = differences(sentence, best.stated, figure, figures);
  if (why === undefined && found.length === 0) return { verdict: 'holds', figure, differences: [] };
  const isRight = isIts(figure.number, { ...best.stated, isFraction: false });
  const isUnsure = why === undefined && found.every((one) => one === DOUBT);
  return {
    verdict: !isRight ? 'number' : isUnsure ? 'unsure' : 'claim',
    figure,
    differences: why === undefined ? found : [why, ...found],
  };
}
