import { estimateOf, seriesIn } from '../../release/catalogue.ts';
import { compositionOf } from '../../release/composition.ts';
import { MINIMUM_GROUP } from '../../release/disclosure/thresholds.ts';
import type { EstimateDefinition } from '../../release/series.ts';
import { count } from '../percent.ts';
import { tenths } from '../tenths.ts';
import { dated, datedInWords } from './dated.ts';
import { seriesOf, type Source } from './source.ts';

const profile = estimateOf('who-answered');
/** A share in tenths, as a reader says it: “four in ten”, and never none or all of some. */
export function inTen(x: number, n: number): string {
  if (x === 0) return 'none';
  if (x === n) return 'all';
  const nearest = Math.round((10 * x) / n);
  if (nearest === 0) return 'fewer than one in ten';
  return tenths[nearest - 1] ?? 'more than nine in ten';
}

function smallEmployers(source: Source, series: string, whose: string): string | undefined {
  const composition = compositionOf(source.release, profile, seriesIn(profile, series));
  const small = composition.categories.find(({ code }) => code === 'small');
  if (composition.status !== 'published' || small?.status !== 'published') return undefined;
  return `${inTen(small.n, composition.total)} of the ${whose}${datedInWords(dated(composition))}`;
}

/** What both sides’ answers differ in besides the side: the sizes of the employers (protocol 2.7). */
function sizes(source: Source): readonly string[] {
  const employers = smallEmployers(source, 'employer_size3', 'employers’ processes');
  const seekers = smallEmployers(source, 'job_seeker_size3', 'job seekers’');
  if (employers === undefined || seekers === undefined) return [];
  return [`Employers with under 50 people: ${employers}, ${seekers}.`];
}

/** How many employers of a series cannot say, or do not: P11 prints them as one sum; small numbers in words (protocol 2.5). */
function couldNotSay(source: Source, estimate: EstimateDefinition, series: string): readonly string[] {
  const { published } = seriesOf(source, estimate, series);
  if (published.status !== 'published') return [];
  const { unsaid } = published;
  if (unsaid === 0) return [];
  const many = unsaid === null ? `Fewer than ${MINIMUM_GROUP}` : count(unsaid);
  return [`${many} employers did not or could not say${datedInWords(dated(published))}.`];
}

/** Stands under every cut that sets one process of each job seeker beside one of each employer (protocol 2.7). */
export const betweenSides = (source: Source): string =>
  [
    'Each person describes one interview process; the two sides did not describe the same ones.',
    ...sizes(source),
  ].join(' ');

/** The same under a whole chart, with how many employers are missing from the bar or curve that it draws of them. */
export const betweenAll = (source: Source, estimate: EstimateDefinition, series: string): string =>
  [betweenSides(source), ...couldNotSay(source, estimate, series)].join(' ');

/** What such a chart does not show. */
export const neitherIsRight =
  'Nor does it show that one side is right: the two describe different processes, and an employer counts once however many people were turned down for the job.';
