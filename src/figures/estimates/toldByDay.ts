import { estimateOf } from '../../release/catalogue.ts';
import type { Curve } from '../curveFigure.ts';
import { daysCurve } from './daysCurve.ts';
import { headOf, type Source } from './source.ts';

const estimate = estimateOf('told-by-day');

/** E2: the share who had been told by a given day, those who never were counted in. */
export const toldByDay = (source: Source): Curve => ({
  form: 'curve',
  ...headOf(source, estimate, {
    job_seeker:
      'Job seekers who were turned down, or left without an answer, and whose last step was at least 45 days ago',
  }),
  notes: [
    'Everyone is in the base, those who never heard included, and all of them have waited at least 45 days.',
  ],
  series: [
    daysCurve(source, estimate, 'job_seeker_45_days', {
      base: 'applications described here',
      predicate: 'had an answer',
    }),
  ],
  howToRead:
    'The line climbs at the end of each stretch of days, by the share that had an answer by then. The shaded band is the small-numbers range. ' +
    'Everyone is in the base, those who never heard included, so the line need not reach the top.',
  doesNotShow:
    'It does not show how long an answer takes on average: those who never heard have no number of days. Nor does it show why some answers came sooner.',
  blank: 'had heard',
  landmark: {
    day: 45,
    label: 'Ontario’s limit for telling interviewed people, since January 2026',
    short: 'Ontario’s limit',
  },
});
