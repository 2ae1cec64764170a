import { catalogue, estimateOf } from '../../release/catalogue.ts';
import type { Figure } from '../figure.ts';
import { asking } from './asking.ts';
import { cutFigure } from '../cuts/cutFigure.ts';
import { cuts } from '../../release/comparisons/cuts.ts';
import { explanationLadder } from './explanationLadder.ts';
import { again, clarity, confidence } from './fivePoints.ts';
import { hours } from './hours.ts';
import { howToldNo } from './howToldNo.ts';
import { knownNotSaid } from './knownNotSaid.ts';
import { legalWorry } from './legalWorry.ts';
import { mostUseful } from './mostUseful.ts';
import { outcome } from './outcome.ts';
import { promise } from './promise.ts';
import type { Source } from './source.ts';
import { versionNotes } from './versionNotes.ts';
import { toldByDay } from './toldByDay.ts';
import { toldByStage } from './toldByStage.ts';
import { waiting } from './waiting.ts';
import { whoAnswered } from './whoAnswered.ts';
import { barriers, support } from './yesNoBars.ts';

const figures: Readonly<Record<string, (source: Source) => Figure>> = {
  outcome,
  promise,
  asking,
  'explanation-ladder': explanationLadder,
  'told-by-day': toldByDay,
  'told-by-stage': toldByStage,
  'most-useful': mostUseful,
  waiting,
  hours,
  clarity,
  confidence,
  'apply-again': again,
  barriers,
  support,
  'legal-worry': legalWorry,
  'who-answered': whoAnswered,
  'how-told': howToldNo,
  'known-not-said': knownNotSaid,
};

/** The estimates that have a chart, in the order of the catalogue; the id of a chart is its slug. */
export const charted = catalogue.filter(({ slug }) => slug in figures);
export const chartIds: readonly string[] = charted.map(({ slug }) => slug);

/** Every picture there is: the charts, and their cuts by a segment under `<slug>/by/<segment>`. */
export const pictureIds: readonly string[] = [...chartIds, ...cuts.map(({ id }) => id)];

/** The figure of one chart, or of one of its cuts. Throws on a chart id that there is not, naming those that there are. */
export function figureOf(id: string, source: Source): Figure {
  const cut = cuts.find((one) => one.id === id);
  if (cut !== undefined) {
    const figure = cutFigure(source, cut, figureOf(cut.estimate.slug, source));
    const series = cut.measures.flat().map((one) => one.series);
    return { ...figure, notes: [...figure.notes, ...versionNotes(series)] };
  }
  const make = figures[id];
  if (make === undefined)
    throw new Error(`There is no chart “${id}”; the charts are ${chartIds.join(', ')}.`);
  const figure = make(source);
  return { ...figure, notes: [...figure.notes, ...versionNotes(estimateOf(id).series)] };
}
