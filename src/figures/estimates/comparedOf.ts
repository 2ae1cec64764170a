import { decisionFor } from '../../release/comparisons/decisionFor.ts';
import { findSeries } from '../../release/findSeries.ts';
import { seriesIn } from '../../release/catalogue.ts';
import type { EstimateDefinition, Term } from '../../release/series.ts';
import type { Compared, DifferenceFinding } from '../finding.ts';
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

/** Differences as a title may say them, the largest first; `more` words the sentence of one group above another. */
export const differencesFound = (
  compared: readonly Compared[],
  more: (high: Compared['a'], low: Compared['a'], does: string) => string,
): readonly DifferenceFinding[] =>
  compared
    .toSorted((one, other) => Math.abs(other.d) - Math.abs(one.d))
    .map(({ a, b, does, higher }) => ({
      kind: 'difference',
      a,
      b,
      higher,
      more: { a: more(a, b, does), b: more(b, a, does) },
    }));

/** A difference between the sides, the first of them employers: each tells of processes of its own (protocol 2.7). */
export const betweenTellings = (compared: readonly Compared[], claim: string): readonly DifferenceFinding[] =>
  compared.map(({ a, b, higher }) => ({
    kind: 'difference',
    a,
    b,
    higher,
    more: {
      a: `More employers than job seekers say ${claim}`,
      b: `More job seekers than employers say ${claim}`,
    },
  }));
