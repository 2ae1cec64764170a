import { decisionFor } from '../../release/comparisons/decisionFor.ts';
import { findSeries } from '../../release/findSeries.ts';
import { seriesIn } from '../../release/catalogue.ts';
import type { EstimateDefinition, Term } from '../../release/series.ts';
import { accordingTo, DESCRIBED, type Claim, type Compared, type DifferenceFinding } from '../finding.ts';
import { dated } from './dated.ts';
import type { Source } from './source.ts';

/** How a series is called where it is set beside another. What is counted is the catalogue’s, unless `does` says it, by indicator or for all. */
interface Called {
  readonly who: string;
  readonly does?: string | Readonly<Record<string, string>>;
}

/** The comparisons of an estimate that the catalogue fixed beforehand, as they were decided, in its order. */
export function comparedOf(
  { release }: Source,
  estimate: EstimateDefinition,
  called: Readonly<Record<string, Called>>,
): readonly Compared[] {
  const wordsOf = ({ series, indicator }: Term) => {
    const words = called[series];
    const declared = seriesIn(estimate, series).indicators.find(({ id }) => id === indicator);
    const said = typeof words?.does === 'object' ? words.does[indicator] : words?.does;
    const does = said ?? declared?.label;
    if (words === undefined || does === undefined)
      throw new Error(`The chart of ${estimate.id} has no words for ${series} ${indicator}.`);
    return { who: words.who, does };
  };
  const since = ({ series }: Term) => dated(findSeries(release, estimate.id, series));
  const everybody = (term: Term) => ({ ...term, groups: null });
  return estimate.comparisons.flatMap((pair) => {
    const [a, b] = [wordsOf(pair.a), wordsOf(pair.b)];
    const found = decisionFor(release, {
      estimate: estimate.id,
      segment: null,
      a: everybody(pair.a),
      b: everybody(pair.b),
    });
    if (found === null) return [];
    const { d, lo, hi, higher } = found;
    return [
      {
        does: a.does,
        a: { who: a.who, x: found.a.x, n: found.a.n, ...since(pair.a) },
        b: { who: b.who, x: found.b.x, n: found.b.n, ...since(pair.b) },
        d,
        lo,
        hi,
        higher,
      },
    ];
  });
}

type Sides = Pick<Compared, 'a' | 'b' | 'does' | 'higher'>;

/** What a title says of two groups: of both, and how the clause of each begins. */
interface Said extends Claim {
  readonly leads: readonly [string | undefined, string];
  readonly secondSays?: string;
}

/** The higher of two groups comes first. */
function difference(
  { a, b, does, higher }: Sides,
  say: (first: Compared['a'], second: Compared['a'], does: string) => Said,
): DifferenceFinding {
  const [first, second] = higher === 'b' ? [b, a] : [a, b];
  const { leads, secondSays, ...claim } = say(first, second, does);
  const groups = [
    { ...first, lead: leads[0] },
    { ...second, lead: leads[1], ...(secondSays !== undefined && { says: secondSays }) },
  ] as const;
  return { kind: 'difference', ...claim, groups, declared: higher !== null };
}

/** Differences as a title may say them, the largest first; `say` words a group beside another. */
export const differencesFound = (
  compared: readonly Compared[],
  say: (first: Compared['a'], second: Compared['a'], does: string) => Said,
): readonly DifferenceFinding[] =>
  compared.toSorted((one, other) => Math.abs(other.d) - Math.abs(one.d)).map((one) => difference(one, say));

/** How a title calls the people that each side tells of. */
export const people = {
  job_seeker: 'interviewed people',
  employer: 'people whom employers describe here',
} as const;

/** How a title calls those who got no interview, … */
export const APPLIED = 'people who only applied';
/** … and how far one of two groups got. */
export const got = (who: string): string => (who === APPLIED ? 'after only applying' : 'after an interview');

/** The sides do not tell of the same processes, which a reader of both shares would think (protocol 2.7). */
const OTHERS = ' describing other processes';

/** A difference between the sides, the first of them employers: each tells of processes of its own (protocol 2.7). */
export const betweenTellings = (compared: readonly Compared[], claim: Claim): readonly DifferenceFinding[] =>
  compared.map((one) =>
    difference(one, (first) => ({
      counted: DESCRIBED,
      ...claim,
      leads:
        first === one.a
          ? [`${accordingTo.employer} here`, `${accordingTo.job_seeker}${OTHERS}`]
          : [accordingTo.job_seeker, `${accordingTo.employer} here${OTHERS}`],
    })),
  );
