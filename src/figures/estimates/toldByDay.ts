import { estimateOf } from '../../release/catalogue.ts';
import type { Curve } from '../curveFigure.ts';
import { describedBy, NO_OFFER } from '../finding.ts';
import { isWithheld, type Share, type Withheld } from '../parts.ts';
import { daysCurve } from './daysCurve.ts';
import { indicatorShare, shareOfCells } from './indicatorShare.ts';
import { shareFound } from './shareFound.ts';
import { headOf, seriesOf, type Source } from './source.ts';
import { frame } from '../../survey/frame.ts';

const estimate = estimateOf('told-by-day');

const DAY = 45;
const SERIES = 'job_seeker_45_days';

/** Those whom the last day of the chart finds without an answer. */
function silent(source: Source): Share | Withheld {
  const told = indicatorShare(source, estimate, SERIES, `within_${DAY}`);
  const { definition, published } = seriesOf(source, estimate, SERIES);
  if (isWithheld(told) || published.status !== 'published') return told;
  const afterwards = definition.cells.flatMap(({ code, days }) => (days === undefined ? [code] : []));
  const words = { code: 'silent', label: 'Not told', short: 'not told' };
  return shareOfCells(words, { definition, published }, afterwards);
}

/** E2: the share who had been told by a given day, those who never were counted in. */
export const toldByDay = (source: Source): Curve => ({
  form: 'curve',
  ...headOf(source, estimate, {
    job_seeker: `Job seekers who were told no, or that the job was dropped, or still wait, and whose last step was at least ${frame.days} days ago`,
  }),
  notes: [
    `Everyone is in the base, those who still wait included, and all of them have had the same ${frame.days} days. Offers, and people who pulled out, are not in it.`,
  ],
  findings: [
    shareFound(silent(source), {
      who: NO_OFFER,
      does: `had no answer ${DAY} days after their last step`,
      counted: describedBy.job_seeker,
    }),
  ],
  series: [daysCurve(source, estimate, SERIES, 'applications described here')],
  howToRead:
    'Each mark is the share that had an answer by the end of that day; the upright line through it is its small-numbers range. ' +
    'People told us a stretch of days, such as 15 to 30, and not the day, so each pale area is where the curve can have run between two marks: along its upper edge if all were told on the first day, along its lower edge if all were told on the last. ' +
    'Everyone is in the base, those who still wait included, so the curve need not reach the top.',
  doesNotShow:
    'It does not show how long an answer takes on average: those who still wait have no number of days. Nor does it show why some answers came sooner.',
  blank: 'had heard',
  rest: 'no answer',
  measure: 'Percent who had been told by then',
});
