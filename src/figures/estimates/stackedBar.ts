import type { EstimateDefinition, SeriesDefinition } from '../../release/series.ts';
import type { LadderSeries, Sum, ToneName } from '../ladderFigure.ts';
import { isWithheld, type Share, type Withheld } from '../parts.ts';
import { dated } from './dated.ts';
import { drawnParts, hiddenTogether, type Answer } from './drawnParts.ts';
import { shareOfCells } from './indicatorShare.ts';
import type { Printed } from './shownOf.ts';
import { seriesOf, type Source } from './source.ts';
import { withheld } from './withheld.ts';

/** A bar, its answers in the order in which they are drawn. */
export interface Stack {
  readonly answers: readonly Answer[];
  /** Whether they stand in an order of their own, so that none may be moved. */
  readonly isScale?: true;
  readonly sum: Pick<Share, 'code' | 'label' | 'short'> &
    Pick<Sum, 'countsFirst'> & { readonly cells: readonly string[] };
  readonly sumFrom: LadderSeries['sumFrom'];
}

/** One stacked bar, its hidden counts drawn in parts whose sum is known; the sum is computed from counts, never from parts. */
export function stackOf(series: Printed, { answers, isScale, sum, sumFrom }: Stack): LadderSeries | Withheld {
  const { definition, published } = series;
  const { id, side, label, shortLabel } = definition;
  const { cells, countsFirst, ...words } = sum;
  const value = shareOfCells(words, series, cells);
  const inOrder =
    isScale === true ? answers : hiddenTogether(series, answers, isWithheld(value) ? [] : cells);
  const parts = drawnParts(series, inOrder, isScale === true);
  // A bar of one part that stands for every answer says nothing.
  if (parts.length === 1 && parts[0]?.stands !== undefined)
    return withheld(definition, { ...published, status: 'withheld' });
  return {
    id,
    side,
    label,
    shortLabel,
    n: published.n_answered,
    parts,
    sum: isWithheld(value) ? value : { ...value, ...(countsFirst && { countsFirst }) },
    sumFrom,
    ...dated(published),
  };
}

/** What the release and the catalogue do not know of a bar: the looks and short names of its parts, the words of its sum. */
export interface BarWords {
  readonly parts: Readonly<Record<string, readonly [short: string, tone: ToneName]>>;
  /** The indicator that the bar is read for, where it is one of the catalogue’s. */
  readonly indicator?: string;
  /** Else what it is read for. */
  readonly sumOf?: { readonly code: string; readonly cells: readonly string[] };
  /** What follows the percentage of the sum; `short` on a phone and a card. */
  readonly sum: string;
  readonly short: string;
  /** What the indicator counts, as a title says it, where the catalogue’s words are no sentence. */
  readonly does?: string;
  readonly sumFrom: LadderSeries['sumFrom'];
  readonly countsFirst?: true;
}

function readFor({ id, indicators }: SeriesDefinition, { indicator, sumOf }: BarWords) {
  const found = indicators.find((entry) => entry.id === indicator);
  if (found !== undefined) return { code: found.id, cells: found.cells };
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
  if (published.status !== 'published')
    return withheld(definition, published, { indicator: words.indicator, does: words.does });
  const { code, cells } = readFor(definition, words);
  // In the order of the looks: the parts of the sum stand together.
  const order = Object.keys(words.parts);
  return stackOf(
    { definition, published },
    {
      answers: definition.cells
        .toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
        .map((cell): Answer => {
          const looks = words.parts[cell.code];
          if (looks === undefined)
            throw new Error(`The chart of ${estimate.id} has no looks for ${cell.code}.`);
          const [short, tone] = looks;
          return { code: cell.code, label: cell.label, short, tone };
        }),
      sum: {
        code,
        label: words.sum,
        short: words.short,
        cells,
        ...(words.countsFirst && { countsFirst: true }),
      },
      sumFrom: words.sumFrom,
    },
  );
}
