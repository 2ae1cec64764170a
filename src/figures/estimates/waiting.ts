import { estimateOf } from '../../release/catalogue.ts';
import type { Curve } from '../curveFigure.ts';
import { describedBy } from '../finding.ts';
import { betweenAll, neitherIsRight } from './betweenSides.ts';
import { betweenTellings, comparedOf, people } from './comparedOf.ts';
import { daysCurve } from './daysCurve.ts';
import { indicatorShare } from './indicatorShare.ts';
import { shareFound } from './shareFound.ts';
import { headOf, type Source } from './source.ts';
import { frame } from '../../survey/frame.ts';

const estimate = estimateOf('waiting');

const does = 'were told within 14 days';

const answered = { who: 'interviewees not hired', does: 'had an answer within 14 days' } as const;

const compared = (source: Source) =>
  comparedOf(source, estimate, {
    employer_interviewed: { who: people.employer, does },
    job_seeker_interviewed: { who: people.job_seeker, does },
  });

/** E12: by which day interviewed people are told, both sides; never being told is the longest wait. */
export const waiting = (source: Source): Curve => ({
  form: 'curve',
  ...headOf(source, estimate, {
    job_seeker: `Job seekers who were interviewed, and told no or left without an answer, and whose last step was at least ${frame.days} days ago`,
    employer: 'Employers, about one person who was interviewed and turned down',
  }),
  notes: [
    betweenAll(source, estimate, 'employer_interviewed'),
    `People who were never told are in the base. Both sides say how long it was after the last thing the person did, and all of those last steps lie at least ${frame.days} days back.`,
  ],
  findings: [
    ...betweenTellings(compared(source), answered),
    ...estimate.series.map(({ id, side }) =>
      shareFound(indicatorShare(source, estimate, id, 'within_14'), {
        ...answered,
        counted: describedBy[side],
      }),
    ),
  ],
  compared: compared(source),
  series: estimate.series.map(({ id, side }) => daysCurve(source, estimate, id, people[side])),
  howToRead:
    'Each mark is the share that was told by the end of that day: round for job seekers, square for employers; the upright line through it is its small-numbers range. ' +
    'People told us a stretch of days, such as 15 to 30, and not the day, so each pale area is where the curve can have run between two marks: along its upper edge if all were told on the first day, along its lower edge if all were told on the last. ' +
    'No curve need reach the top: some are never told.',
  doesNotShow: `It does not show how long an answer takes on average: those who never heard have no number of days. ${neitherIsRight}`,
  measure: 'Percent who had been told by then',
  landmark: {
    day: 45,
    label: 'Ontario’s limit',
    note: 'by day 45 employers in Ontario with 25 or more people must tell whoever they interviewed whether they have decided, since January 2026',
  },
});
