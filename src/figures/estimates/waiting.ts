import { estimateOf } from '../../release/catalogue.ts';
import type { Curve } from '../curveFigure.ts';
import { claimsOf } from './claimsOf.ts';
import { daysCurve } from './daysCurve.ts';
import { headOf, type Source } from './source.ts';

const estimate = estimateOf('waiting');

const sideWords = {
  job_seeker: { base: 'interviewed job seekers', predicate: 'had been told' },
  employer: { base: 'employers who answered', predicate: 'usually tell people' },
} as const;

/** E12: how long interviewed people wait to be told, both sides; never being told is the longest wait. */
export const waiting = (source: Source): Curve => ({
  form: 'curve',
  ...headOf(source, estimate, {
    job_seeker:
      'Job seekers who were interviewed, and turned down or left without an answer, and whose last step was at least 45 days ago',
  }),
  notes: [
    'Employers and job seekers here did not describe the same applications. Job seekers tell how long one answer took, employers how long it usually takes. Those who were never told, and employers who usually tell nobody, are in the base.',
  ],
  claims: claimsOf(source, estimate, {
    employer_interviewed: { who: 'employers', than: 'employers usually tell people' },
    job_seeker_interviewed: { who: 'interviewed job seekers', than: 'interviewed job seekers were told' },
  }),
  series: estimate.series.map(({ id, side }) => daysCurve(source, estimate, id, sideWords[side])),
  howToRead:
    'Each line climbs at the end of a stretch of days, by the share that was told by then: round marks for job seekers, square ones for employers. The shaded bands are small-numbers ranges. A line need not reach the top: some are never told.',
  doesNotShow:
    'It does not show how long an answer takes on average: those who never heard have no number of days. Nor does it show that one side is right, because they do not tell of the same cases.',
});
