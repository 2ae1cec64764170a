import { catalogue } from '../../release/catalogue.ts';
import type { Figure } from '../figure.ts';
import { explanationLadder } from './explanationLadder.ts';
import type { Source } from './source.ts';
import { toldByDay } from './toldByDay.ts';
import { toldByStage } from './toldByStage.ts';

const figures: Readonly<Record<string, (source: Source) => Figure>> = {
  'explanation-ladder': explanationLadder,
  'told-by-day': toldByDay,
  'told-by-stage': toldByStage,
};

/** The estimates that have a chart, in the order of the catalogue; the id of a chart is its slug. */
export const charted = catalogue.filter(({ slug }) => slug in figures);
export const chartIds: readonly string[] = charted.map(({ slug }) => slug);

/** The figure of one chart. Throws on a chart id that there is not, naming those that there are. */
export function figureOf(id: string, source: Source): Figure {
  const make = figures[id];
  if (make === undefined)
    throw new Error(`There is no chart “${id}”; the charts are ${chartIds.join(', ')}.`);
  return make(source);
}
