import type { Condition } from '../survey/condition.ts';
import { inRun, runsFor, wholeOf } from './asked.ts';
import { asking } from './estimates/asking.ts';
import { barriers, support } from './estimates/yesNoRows.ts';
import { again, clarity, confidence } from './estimates/byExplanation.ts';
import { byStage } from './estimates/byStage.ts';
import { explanationLadder } from './estimates/explanationLadder.ts';
import { hours } from './estimates/hours.ts';
import { howToldNo } from './estimates/howToldNo.ts';
import { knownNotSaid } from './estimates/knownNotSaid.ts';
import { legalWorry } from './estimates/legalWorry.ts';
import { mostUseful } from './estimates/mostUseful.ts';
import { outcome } from './estimates/outcome.ts';
import { promise } from './estimates/promise.ts';
import { toldByDay } from './estimates/toldByDay.ts';
import { waiting } from './estimates/waiting.ts';
import { whoAnswered } from './estimates/whoAnswered.ts';
import type { EstimateDefinition, SeriesDefinition } from './series.ts';

const estimates: readonly EstimateDefinition[] = [
  outcome,
  toldByDay,
  explanationLadder,
  hours,
  promise,
  asking,
  clarity,
  confidence,
  again,
  mostUseful,
  byStage,
  waiting,
  barriers,
  support,
  legalWorry,
  whoAnswered,
  howToldNo,
  knownNotSaid,
];

/** All that decides who is counted in a series, and in which answer. */
export const lookedAt = ({ base, cells, asides }: SeriesDefinition): readonly Condition[] =>
  [wholeOf(base), ...cells, ...asides].map(({ where }) => where);

/** A series of the last versions that ask it alike. */
function asAsked(series: SeriesDefinition): SeriesDefinition {
  const run = [...runsFor(series.side, lookedAt(series))].pop();
  if (run === undefined)
    throw new Error(`No version of the questionnaire asks all that the series ${series.id} looks at.`);
  return { ...series, base: inRun(series.base, run), run };
}

/**
 * The catalogue of estimates: what is counted, of whom, with which base (protocol 1.6 and 2). Nothing outside it is
 * ever tallied or published. The tally’s SQL, the releases, the charts and the data package follow from it. A series counts
 * only the versions of the questionnaire in which all that it looks at is answered alike.
 */
export const catalogue: readonly EstimateDefinition[] = estimates.map((estimate) => ({
  ...estimate,
  series: estimate.series.map(asAsked),
}));

/** The estimate behind a chart’s address. Throws on an address that is in no catalogue. */
export function estimateOf(slug: string): EstimateDefinition {
  const estimate = catalogue.find((entry) => entry.slug === slug);
  if (estimate === undefined)
    throw new Error(
      `There is no chart “${slug}”; the charts are ${catalogue.map((entry) => entry.slug).join(', ')}.`,
    );
  return estimate;
}

/** One series of an estimate. Throws on one that it does not have. */
export function seriesIn({ id, series }: EstimateDefinition, name: string): SeriesDefinition {
  const found = series.find((entry) => entry.id === name);
  if (found === undefined) throw new Error(`The estimate ${id} has no series ${name}.`);
  return found;
}
