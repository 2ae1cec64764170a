import { dated, datedInWords } from '../figures/estimates/dated.ts';
import type { Source } from '../figures/estimates/source.ts';
import { fewInWords, withheld } from '../figures/estimates/withheld.ts';
import { FIRST_RELEASE } from '../release/disclosure/thresholds.ts';
import { estimateOf, seriesIn } from '../release/catalogue.ts';
import { findSeries } from '../release/findSeries.ts';
import type { EstimateDefinition, SeriesDefinition } from '../release/series.ts';
import { tableName } from '../release/tables.ts';
import { waitingSides } from '../release/waitingSides.ts';
import type { Answers } from '../survey/answers.ts';
import { holds } from '../survey/condition.ts';
import type { SideId } from '../survey/question.ts';
import type { ComparedChart, Comparison } from './comparison.ts';
import { employerSubjects } from './employerSubjects.ts';
import { jobSeekerSubjects } from './jobSeekerSubjects.ts';
import { mayCompare } from './mayCompare.ts';
import { manyOf, othersOf } from './others.ts';
import { placeIn } from './placeIn.ts';
import type { Subject } from './subject.ts';

/** One person’s answers beside a release, or a sentence that says why there is nothing to compare. */
export type Compared =
  | {
      readonly comparisons: readonly Comparison[];
      /** Said once where the release shows too few others for some of it. */
      readonly rest?: string;
    }
  | { readonly nothing: string };

/** What is set beside the figures, in this order. */
export const subjects: Readonly<Record<SideId, readonly Subject[]>> = {
  job_seeker: jobSeekerSubjects,
  employer: employerSubjects,
};

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

/** What a release shows of a series: its counts, or one of few people; nothing where it withholds it, or has none of it since it restarted (protocol 3.3, P7). */
function shownIn(
  { release }: Source,
  { id }: Pick<EstimateDefinition, 'id'>,
  definition: SeriesDefinition,
  does?: string,
) {
  const name = tableName(id, definition.id);
  if (release.tables.every(({ table }) => table !== name)) return undefined;
  const published = findSeries(release, id, definition.id);
  return published.status === 'published'
    ? { definition, published }
    : withheld(definition, published, { does }).few;
}

/** As of which release a series is told, where the one that is shown carries it. */
const since = (
  { release }: Source,
  { id }: Pick<EstimateDefinition, 'id'>,
  series: SeriesDefinition,
): string => datedInWords(dated(findSeries(release, id, series.id)));

/** What the other side says of the same thing, where it describes it in the same codes. */
function otherSide(
  source: Source,
  { slug, beside, besideSays }: Subject,
  series: SeriesDefinition,
  code: string,
) {
  const estimate = estimateOf(slug);
  const id = beside?.[series.id];
  const definition = id === undefined ? undefined : seriesIn(estimate, id);
  if (definition?.cells.some((cell) => cell.code === code) !== true) return undefined;
  const shown = shownIn(source, estimate, definition);
  const many = shown !== undefined && 'published' in shown ? manyOf(shown, [code]) : undefined;
  if (many === undefined) return undefined;
  const said =
    besideSays ??
    (series.side === 'job_seeker'
      ? 'employers here said this of the person they described'
      : 'job seekers here told this of themselves');
  return `${many} ${said}${since(source, estimate, definition)}.`;
}

/** One subject for one person: null where the release shows too few others, undefined where it is not about them. */
function comparisonOf(source: Source, subject: Subject, answers: Answers): Comparison | null | undefined {
  const chart = estimateOf(subject.slug);
  const series = Object.keys(subject.who)
    .map((id) => seriesIn(chart, id))
    .find(({ base }) => holds(base.where, answers));
  if (series === undefined) return undefined;
  const place = placeIn(series, answers);
  if (place !== undefined && subject.quiet?.includes(place.code) === true) return undefined;
  const shown = shownIn(source, chart, series, subject.few);
  if (shown === undefined) return null;
  const said = place === undefined ? undefined : subject.said[place.code];
  if (place === undefined || said === undefined)
    return subject.leftOut === undefined ? undefined : { chart, sentence: subject.leftOut };
  const who = subject.who[series.id] ?? series.label;
  // A place is named where the drawing that it is in stands beside it.
  const isDrawn = drawnCharts[series.side].some(({ slug }) => slug === chart.slug);
  const detail = otherSide(source, subject, series, place.code);
  return {
    chart,
    sentence: `${said.yours} ${'published' in shown ? othersOf(shown, place.code, said, subject.inOrder)(who) : fewInWords({ ...shown, does: `${who} ${shown.does}` })}${since(source, chart, series)}.`,
    ...(detail !== undefined && { detail }),
    ...(isDrawn && { you: place.label }),
  };
}

/**
 * Compares one person’s answers with a release. It uses only what the release publishes, and the person is not in it.
 * @param answers with the version of the questionnaire that they answer, as `instrument`: a series may count some alone
 * @throws Error when the release is made up
 */
export function compare(source: Source, side: SideId, answers: Answers): Compared {
  if (!mayCompare(source.release))
    throw new Error(`The release “${source.release.id}” is no one’s answers: nobody is compared with it.`);
  if (waitingSides(source.release).includes(side))
    return {
      nothing: `Too few ${side === 'employer' ? 'employers' : 'job seekers'} have answered to set your answers beside theirs: the first figures of a side come with ${FIRST_RELEASE}.`,
    };
  const about = subjects[side].map((subject) => comparisonOf(source, subject, answers));
  const comparisons = about.filter((one) => one != null);
  if (!about.includes(null)) return comparisons.length === 0 ? { nothing: nothing[side] } : { comparisons };
  return comparisons.length === 0
    ? { nothing: 'There are too few answers yet to set beside yours.' }
    : { comparisons, rest: 'There are too few answers yet to set beside the rest of yours.' };
}
