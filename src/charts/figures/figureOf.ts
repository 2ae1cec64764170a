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

/** The figure of one chart. Throws on a chart id that is in no catalogue, naming those that are. */
export function figureOf(id: string, source: Source): Figure {
  const make = figures[id];
  if (make === undefined)
    throw new Error(
      `There is no chart “${id}”; the charts are ${catalogue.map(({ slug }) => slug).join(', ')}.`,
    );
  return make(source);
}
