import { estimateOf } from '../../release/catalogue.ts';
import { MINIMUM_GROUP } from '../../release/disclosure/thresholds.ts';
import { count } from '../percent.ts';
import { countOf, seriesOf, type Source } from './source.ts';

const profile = estimateOf('who-answered');
const ladder = estimateOf('explanation-ladder');

/** A share in tenths, as a reader says it: “4 in ten”, and never none or all of some. */
export function inTen(x: number, n: number): string {
  const tenths = Math.round((10 * x) / n);
  if (x > 0 && tenths === 0) return 'fewer than 1 in ten';
  if (x < n && tenths === 10) return 'more than 9 in ten';
  return x === 0 ? 'none' : x === n ? 'all' : `${tenths} in ten`;
}

function smallEmployers(source: Source, series: string): string | undefined {
  const { published } = seriesOf(source, profile, series);
  if (published.status !== 'published') return undefined;
  return inTen(countOf(published, 'small'), published.n_answered);
}

/** What both sides’ answers differ in besides the side: the sizes of the employers (protocol 2.7). */
function sizes(source: Source): readonly string[] {
  const employers = smallEmployers(source, 'employer_size3');
  const seekers = smallEmployers(source, 'job_seeker_size3');
  if (employers === undefined || seekers === undefined) return [];
  return [
    `Employers with under 50 people: ${employers} of the employers’ processes, ${seekers} of the job seekers’.`,
  ];
}

/** How many employers cannot say what the person heard; small numbers in words (protocol 2.5). */
function couldNotSay(source: Source): readonly string[] {
  const { published } = seriesOf(source, ladder, 'employer_interviewed_at_no');
  if (published.status !== 'published') return [];
  const { unseen = 0, dk = 0 } = published.asides;
  const unsure = unseen + dk;
  if (unsure === 0) return [];
  const many = unsure < MINIMUM_GROUP ? `Fewer than ${MINIMUM_GROUP}` : count(unsure);
  return [`${many} employers could not say what the person was told.`];
}

/** Stands under every chart that sets one process of each job seeker beside one of each employer (protocol 2.7). */
export const betweenSides = (source: Source): string =>
  [
    'Each person describes one interview process; the two sides did not describe the same ones.',
    ...sizes(source),
    ...couldNotSay(source),
  ].join(' ');

/** What such a chart does not show. */
export const neitherIsRight =
  'Nor does it show that one side is right: the two describe different processes, and an employer counts once however many people were turned down for the job.';
