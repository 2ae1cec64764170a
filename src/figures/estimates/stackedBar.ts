import type { EstimateDefinition } from '../../release/series.ts';
import type { LadderSeries, ToneName } from '../ladderFigure.ts';
import type { Withheld } from '../parts.ts';
import { dated } from './dated.ts';
import { shareOfCells } from './indicatorShare.ts';
import { seriesOf, type Source } from './source.ts';
import { withheld } from './withheld.ts';

/** What the release and the catalogue do not know of a bar: the looks and short names of its parts, the words of its sum. */
export interface BarWords {
  readonly parts: Readonly<Record<string, readonly [short: string, tone: ToneName]>>;
  /** The indicator that the bar is read for. */
  readonly indicator: string;
  /** What follows the percentage of the sum; `short` on a phone and a card. */
  readonly sum: string;
  readonly short: string;
  /** The title reads “Of {n} {base}, {x} {what the catalogue counts}”. */
  readonly base: string;
  readonly sumFrom: LadderSeries['sumFrom'];
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
  const { side, label, shortLabel, cells, indicators } = definition;
  const indicator = indicators.find((entry) => entry.id === words.indicator);
  if (indicator === undefined) throw new Error(`The series ${id} has no indicator ${words.indicator}.`);
  return {
    id,
    side,
    label,
    shortLabel,
    n: published.n_answered,
    parts: cells.map(({ code, label: answer }) => {
      const looks = words.parts[code];
      if (looks === undefined) throw new Error(`The chart of ${estimate.id} has no looks for ${code}.`);
      const [short, tone] = looks;
      return { ...shareOfCells({ code, label: answer, short }, published, [code]), tone };
    }),
    sum: {
      ...shareOfCells(
        { code: indicator.id, label: words.sum, short: words.short },
        published,
        indicator.cells,
      ),
      base: words.base,
      predicate: indicator.label,
    },
    sumFrom: words.sumFrom,
    ...dated(published),
  };
}
