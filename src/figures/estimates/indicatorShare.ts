import { mostUnsaid } from '../../release/findSeries.ts';
import type { EstimateDefinition } from '../../release/series.ts';
import { worstCase } from '../../statistics/worstCase.ts';
import type { Share, Withheld } from '../parts.ts';
import { dated } from './dated.ts';
import { share } from './share.ts';
import { shownOf, type Printed } from './shownOf.ts';
import { seriesOf, type Source } from './source.ts';
import { hidden, withheld } from './withheld.ts';

/** The share of those in some cells, with its bounds where so many did not say that they must be told; or why it is hidden. */
export function shareOfCells(
  words: Pick<Share, 'code' | 'label' | 'short'>,
  series: Printed,
  cells: readonly string[],
): Share | Withheld {
  const { definition, published } = series;
  const n = published.n_answered;
  const cell = shownOf(series, cells);
  if (cell.status !== 'published') return hidden(words, cell, definition, published);
  const bounds = worstCase(cell.x, n - cell.x, mostUnsaid(published));
  return {
    ...share(words, cell.x, n),
    ...(bounds?.mustShow === true && {
      bounds: {
        asked: bounds.asked,
        missing: bounds.missing,
        lower: bounds.lower,
        upper: bounds.upper,
      },
    }),
    ...dated(published),
  };
}

/** One indicator of one series, as the catalogue declares it. Throws on one that it does not have. */
export function indicatorShare(
  source: Pick<Source, 'release'>,
  estimate: EstimateDefinition,
  seriesId: string,
  indicatorId: string,
): Share | Withheld {
  const { definition, published } = seriesOf(source, estimate, seriesId);
  const indicator = definition.indicators.find(({ id }) => id === indicatorId);
  if (indicator === undefined) throw new Error(`The series ${seriesId} has no indicator ${indicatorId}.`);
  if (published.status !== 'published') return withheld(definition, published, { indicator: indicatorId });
  const { id: code, label, cells } = indicator;
  return shareOfCells({ code, label, short: label }, { definition, published }, cells);
}

/** Those who gave one answer of a series, by itself. Throws on one that it does not have. */
export function answerShare(
  source: Pick<Source, 'release'>,
  estimate: EstimateDefinition,
  seriesId: string,
  answer: string,
): Share | Withheld {
  const { definition, published } = seriesOf(source, estimate, seriesId);
  const cell = definition.cells.find(({ code }) => code === answer);
  if (cell === undefined) throw new Error(`The series ${seriesId} has no answer ${answer}.`);
  // An indicator may add up several answers, so that it is the count of none of them.
  if (published.status !== 'published') return withheld(definition, published, { indicator: answer });
  const { code, label } = cell;
  return shareOfCells({ code, label, short: label }, { definition, published }, [code]);
}
