import { estimateOf } from '../../release/catalogue.ts';
import type { Curve } from '../curveFigure.ts';
import { betweenSides, neitherIsRight } from './betweenSides.ts';
import { claimsOf } from './claimsOf.ts';
import { daysCurve } from './daysCurve.ts';
import { headOf, type Source } from './source.ts';

const estimate = estimateOf('waiting');

const sideWords = {
  job_seeker: { base: 'interviewed job seekers', predicate: 'had been told' },
  employer: { base: 'people whom employers describe here', predicate: 'had been told' },
} as const;

/** E12: by which day interviewed people are told, both sides; never being told is the longest wait. */
export const waiting = (source: Source): Curve => ({
  form: 'curve',
  ...headOf(source, estimate, {
    job_seeker:
      'Job seekers who were interviewed, and told no or left without an answer, and whose last step was at least 45 days ago',
    employer: 'Employers, about one person who was interviewed and turned down',
  }),
  notes: [
    betweenSides(source),
    'People who were never told are in the base. Both sides say how long it was after the last thing the person did, and all of those last steps lie at least 45 days back.',
    'In Ontario, employers with 25 or more people must tell whoever they interviewed within 45 days whether they have decided, since January 2026.',
  ],
  claims: claimsOf(source, estimate, {
    employer_interviewed: { who: sideWords.employer.base, than: 'the people whom employers describe' },
    job_seeker_interviewed: { who: sideWords.job_seeker.base, than: 'interviewed job seekers' },
  }),
  series: estimate.series.map(({ id, side }) => daysCurve(source, estimate, id, sideWords[side])),
  howToRead:
    'Each line climbs at the end of a stretch of days, by the share that was told by then: round marks for job seekers, square ones for employers. The shaded bands are small-numbers ranges. A line need not reach the top: some are never told.',
  doesNotShow: `It does not show how long an answer takes on average: those who never heard have no number of days. ${neitherIsRight}`,
  measure: 'Percent who had been told by then',
  landmark: {
    day: 45,
    label: 'Ontario’s limit, since January 2026',
    short: 'Ontario’s limit',
  },
});
