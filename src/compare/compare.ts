import { shownOf } from '../figures/estimates/shownOf.ts';
import type { Source } from '../figures/estimates/source.ts';
import { whyHidden } from '../figures/estimates/withheld.ts';
import { count } from '../figures/percent.ts';
import { FIRST_RELEASE } from '../release/disclosure/thresholds.ts';
import { estimateOf, seriesIn } from '../release/catalogue.ts';
import type { ShownCell } from '../release/disclosure/shown.ts';
import { findSeries } from '../release/findSeries.ts';
import type { SeriesDefinition } from '../release/series.ts';
import { tableName } from '../release/tables.ts';
import type { Answers } from '../survey/answers.ts';
import { holds } from '../survey/condition.ts';
import type { SideId } from '../survey/question.ts';
import type { ComparedChart, Comparison } from './comparison.ts';
import { employerSubjects } from './employerSubjects.ts';
import { jobSeekerSubjects } from './jobSeekerSubjects.ts';
import { mayCompare } from './mayCompare.ts';
import { placeIn } from './placeIn.ts';
import type { Subject } from './subject.ts';

/** One person’s answers beside a release, or a sentence that says why there is nothing to compare. */
export type Compared = { readonly comparisons: readonly Comparison[] } | { readonly nothing: string };

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

/** What a release prints of a count, and of how many. */
interface Known {
  readonly cell: ShownCell;
  readonly n: number;
}

/** “12 of the 87”, “None of the 87”, “Fewer than 5 of the 87”; nothing where a smaller count would be given away. */
function manyOf({ cell, n }: Known): string | undefined {
  switch (cell.status) {
    case 'published':
      return `${cell.x === 0 ? 'None' : count(cell.x)} of the ${count(n)}`;
    case 'small_cell':
      return whyHidden(cell, n).replace(/ of /, ' of the ');
    case 'withheld':
      return undefined;
  }
}

/** A series as a release prints it; null where it does not, because it is withheld or has restarted since (protocol 3.3, P7). */
function printedIn({ release }: Source, estimate: string, id: string) {
  const name = tableName(estimate, id);
  if (release.tables.every(({ table }) => table !== name)) return null;
  const found = findSeries(release, estimate, id);
  return found.status === 'published' ? found : null;
}

/** How many of a series gave the same answer, or one before it where answers stand in order. */
function alike(
  source: Source,
  { slug, inOrder }: Subject,
  series: SeriesDefinition,
  code: string,
): Known | null {
  const published = printedIn(source, estimateOf(slug).id, series.id);
  if (published === null) return null;
  const codes = series.cells.map((cell) => cell.code);
  const before = codes.slice(0, codes.indexOf(code));
  const counted = inOrder === true && before.length > 0 && code !== 'never' ? before : [code];
  return { cell: shownOf({ definition: series, published }, counted), n: published.n_answered };
}

/** What the other side says of the same thing, where it describes it in the same codes. */
function otherSide(source: Source, { slug, beside }: Subject, series: SeriesDefinition, code: string) {
  const estimate = estimateOf(slug);
  const id = beside?.[series.id];
  const definition = id === undefined ? undefined : seriesIn(estimate, id);
  if (definition?.cells.some((cell) => cell.code === code) !== true) return undefined;
  const published = printedIn(source, estimate.id, definition.id);
  if (published === null) return undefined;
  const many = manyOf({ cell: shownOf({ definition, published }, [code]), n: published.n_answered });
  if (many === undefined) return undefined;
  return series.side === 'job_seeker'
    ? `${many} employers here said this of the person they described.`
    : `${many} job seekers here told this of themselves.`;
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
  const many = manyOf(others);
  const who = subject.who[series.id] ?? series.label;
  const isNone = others.cell.status === 'published' && others.cell.x === 0;
  const detail = otherSide(source, subject, series, place.code);
  return {
    chart,
    sentence:
      many === undefined
        ? `${said.yours} How many others gave this answer is not shown, as it would give away a smaller count.`
        : `${said.yours} ${many} ${who} ${isNone ? 'gave this answer' : said.like}.`,
    ...(detail !== undefined && { detail }),
    ...you,
  };
}

/** Whether a release prints anything that a person of this side could be set beside: each side has a first release of its own. */
const isShown = (source: Source, side: SideId): boolean =>
  subjects[side].some(({ slug, who }) =>
    Object.keys(who).some((id) => printedIn(source, estimateOf(slug).id, id) !== null),
  );

/**
 * Compares one person’s answers with a release. It uses only what the release publishes, and the person is not in it.
 * @param answers with the version of the questionnaire that they answer, as `instrument`: a series may count some alone
 * @throws Error when the release is made up
 */
export function compare(source: Source, side: SideId, answers: Answers): Compared {
  if (!mayCompare(source.release))
    throw new Error(`The release “${source.release.id}” is no one’s answers: nobody is compared with it.`);
  if (!isShown(source, side))
    return {
      nothing: `Too few ${side === 'employer' ? 'employers' : 'job seekers'} have answered to set your answers beside theirs: the first figures of a side come with ${FIRST_RELEASE}.`,
    };
  const comparisons = subjects[side].flatMap((subject) => comparisonOf(source, subject, answers) ?? []);
  return comparisons.length === 0 ? { nothing: nothing[side] } : { comparisons };
}
