import type { EstimateDefinition, SeriesDefinition } from '../../release/series.ts';
import type { LadderSeries, ToneName } from '../ladderFigure.ts';
import type { Withheld } from '../parts.ts';
import { dated } from './dated.ts';
import { shareOfCells } from './indicatorShare.ts';
import { seriesOf, type Source } from './source.ts';
import { withheld } from './withheld.ts';

/** What the release and the catalogue do not know of a bar: the looks and short names of its parts, the words of its sum. */
export interface BarWords {
  readonly parts: Readonly<Record<string, readonly [short: string, tone: ToneName]>>;
  /** The indicator that the bar is read for, where it is one of the catalogue’s. */
  readonly indicator?: string;
  /** Else what it is read for. */
  readonly sumOf?: { readonly code: string; readonly predicate: string; readonly cells: readonly string[] };
  /** What follows the percentage of the sum; `short` on a phone and a card. */
  readonly sum: string;
  readonly short: string;
  /** The title reads “Of {n} {base}, {x} {what the catalogue counts}”. */
  readonly base: string;
  readonly sumFrom: LadderSeries['sumFrom'];
  readonly countsFirst?: true;
}

function readFor({ id, indicators }: SeriesDefinition, { indicator, sumOf }: BarWords) {
  const found = indicators.find((entry) => entry.id === indicator);
  if (found !== undefined) return { code: found.id, predicate: found.label, cells: found.cells };
  if (sumOf === undefined) throw new Error(`The series ${id} has no indicator ${indicator ?? ''}.`);
  return sumOf;
}

/** One bar of a ladder from one series of a release. Throws on a part or an indicator that the catalogue does not have. */
export function stackedBar(
  source: Source,
  estimate: EstimateDefinition,
  id: string,
  words: BarWords,
): LadderSeries | Withheld {
  const { definition, published } = seriesOf(source, estimate, id);
  if (published.status !== 'published') return withheld(definition, published);
  const { side, label, shortLabel, cells } = definition;
  const { code: sumCode, predicate, cells: summed } = readFor(definition, words);
  // In the order of the looks: the parts of the sum stand together.
  const order = Object.keys(words.parts);
  return {
    id,
    side,
    label,
    shortLabel,
    n: published.n_answered,
    parts: cells
      .toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
      .map(({ code, label: answer }) => {
        const looks = words.parts[code];
        if (looks === undefined) throw new Error(`The chart of ${estimate.id} has no looks for ${code}.`);
        const [short, tone] = looks;
        return { ...shareOfCells({ code, label: answer, short }, published, [code]), tone };
      }),
    sum: {
      ...shareOfCells({ code: sumCode, label: words.sum, short: words.short }, published, summed),
      base: words.base,
      predicate,
      ...(words.countsFirst && { countsFirst: true }),
    },
    sumFrom: words.sumFrom,
    ...dated(published),
  };
}
