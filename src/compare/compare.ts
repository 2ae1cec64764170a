import { countOf, type Source } from '../figures/estimates/source.ts';
import { count } from '../figures/percent.ts';
import { estimateOf, seriesIn } from '../release/catalogue.ts';
import { findSeries } from '../release/findSeries.ts';
import type { SeriesDefinition } from '../release/series.ts';
import type { Answers } from '../survey/answers.ts';
import { holds } from '../survey/condition.ts';
import type { SideId } from '../survey/question.ts';
import type { ComparedChart, Comparison } from './comparison.ts';
import { placeIn } from './placeIn.ts';
import { subjects, type Subject } from './said.ts';

/** One person’s answers beside a release, or a sentence that says why there is nothing to compare. */
export type Compared = { readonly comparisons: readonly Comparison[] } | { readonly nothing: string };

/** The charts for a side whose drawings are fetched, whatever was answered: fetching them reveals no answer to the server. */
export const drawnCharts: Readonly<Record<SideId, readonly ComparedChart[]>> = {
  job_seeker: [estimateOf('told-by-day'), estimateOf('explanation-ladder')],
  employer: [estimateOf('explanation-ladder'), estimateOf('known-not-said')],
};

const nothing: Readonly<Record<SideId, string>> = {
  job_seeker:
    'These figures are about people who were turned down or are without an answer, so there is nothing to set beside yours.',
  employer:
    'These figures are about one person who was interviewed and not hired. You described none, so there is nothing to set beside your answers.',
};

/** How many of a series gave the same answer, or one before it where answers stand in order. */
function alike({ release }: Source, { slug, inOrder }: Subject, series: SeriesDefinition, code: string) {
  const published = findSeries(release, estimateOf(slug).id, series.id);
  if (published.status !== 'published') return null;
  const codes = series.cells.map((cell) => cell.code);
  const before = codes.slice(0, codes.indexOf(code));
  const counted = inOrder === true && before.length > 0 && code !== 'never' ? before : [code];
  return {
    x: counted.reduce((sum, one) => sum + countOf(published, one), 0),
    n: published.n_answered,
  };
}

/** What the other side says of the same thing, where it describes it in the same codes. */
function otherSide({ release }: Source, { slug, beside }: Subject, series: SeriesDefinition, code: string) {
  const estimate = estimateOf(slug);
  const id = beside?.[series.id];
  if (id === undefined || !seriesIn(estimate, id).cells.some((cell) => cell.code === code)) return undefined;
  const published = findSeries(release, estimate.id, id);
  if (published.status !== 'published') return undefined;
  const [x, n] = [count(countOf(published, code)), count(published.n_answered)];
  return series.side === 'job_seeker'
    ? `${x} of the ${n} employers here said this of the person they described.`
    : `${x} of the ${n} job seekers here told this of themselves.`;
}

/** One subject for one person; nothing where it is not about them. */
function comparisonOf(source: Source, subject: Subject, answers: Answers): Comparison | undefined {
  const chart = estimateOf(subject.slug);
  const series = Object.keys(subject.who)
    .map((id) => seriesIn(chart, id))
    .find(({ base }) => holds(base.where, answers));
  if (series === undefined) return undefined;
  const place = placeIn(series, answers);
  const said = place === undefined ? undefined : subject.said[place.code];
  if (place === undefined || said === undefined) return { chart, sentence: subject.leftOut };
  // A place is named where the drawing that it is in stands beside it.
  const isDrawn = drawnCharts[series.side].some(({ slug }) => slug === chart.slug);
  const you = isDrawn ? { you: place.label } : {};
  const others = alike(source, subject, series, place.code);
  if (others === null)
    return { chart, sentence: `${said.yours} There are too few answers yet to set beside it.`, ...you };
  const { x, n } = others;
  const who = subject.who[series.id] ?? series.label;
  const detail = otherSide(source, subject, series, place.code);
  return {
    chart,
    sentence: `${said.yours} ${x === 0 ? `None of the ${count(n)} ${who} gave this answer` : `${count(x)} of the ${count(n)} ${who} ${said.like}`}.`,
    ...(detail !== undefined && { detail }),
    ...you,
  };
}

/**
 * Compares one person’s answers with a release. It uses only what the release publishes, and the person is not in it.
 * @throws Error when the release was made from another catalogue than this code
 */
export function compare(source: Source, side: SideId, answers: Answers): Compared {
  const comparisons = subjects[side].flatMap((subject) => comparisonOf(source, subject, answers) ?? []);
  return comparisons.length === 0 ? { nothing: nothing[side] } : { comparisons };
}
