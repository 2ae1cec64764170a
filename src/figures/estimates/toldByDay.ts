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
      'Job seekers who were told no, or that the job was dropped, or still wait, and whose last step was at least 45 days ago',
  }),
  notes: [
    'Everyone is in the base, those who still wait included, and all of them have had the same 45 days. Offers, and people who pulled out, are not in it.',
  ],
  series: [
    daysCurve(source, estimate, 'job_seeker_45_days', {
      base: 'applications described here',
      predicate: 'had an answer',
    }),
  ],
  howToRead:
    'The line climbs at the end of each stretch of days, by the share that had an answer by then. The shaded band is the small-numbers range. ' +
    'Everyone is in the base, those who still wait included, so the line need not reach the top.',
  doesNotShow:
    'It does not show how long an answer takes on average: those who still wait have no number of days. Nor does it show why some answers came sooner.',
  blank: 'had heard',
  measure: 'Percent who had been told by then',
});
