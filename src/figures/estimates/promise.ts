import { estimateOf } from '../../release/catalogue.ts';
import { describedBy, TOLD_WHEN } from '../finding.ts';
import type { Ladder } from '../ladderFigure.ts';
import { betweenAll, neitherIsRight } from './betweenSides.ts';
import { betweenTellings, comparedOf, differencesFound, people, APPLIED, got } from './comparedOf.ts';
import { sumFound } from './shareFound.ts';
import { headOf, type Source } from './source.ts';
import { stackedBar } from './stackedBar.ts';
import { sideIds } from '../../survey/sides.ts';

const estimate = estimateOf('promise');

/** The two that are set side by side first, then those who got less far. */
const order = ['job_seeker_interviewed', 'employer_interviewed', 'job_seeker_screened', 'job_seeker_applied'];

const bar = (source: Source, id: string) =>
  stackedBar(source, estimate, id, {
    parts: {
      kept: ['Kept', 'rung-3'],
      late: ['Late', 'rung-2'],
      broken: ['Not kept', 'rung-1'],
      none: ['No date', 'silence'],
    },
    indicator: 'promised',
    sum: GIVEN,
    short: GIVEN,
    sumFrom: 'start',
  });

const [TOLD, TOLD_BRIEFLY, GIVEN] = TOLD_WHEN;
const INTERVIEWEES = 'interviewees not hired';

const compared = (source: Source) =>
  comparedOf(source, estimate, {
    employer_interviewed: { who: people.employer },
    job_seeker_interviewed: { who: people.job_seeker },
    job_seeker_applied: { who: APPLIED },
  });

/** E5: whether people were given a date for the answer, and whether it was kept, both sides. */
export const promise = (source: Source): Ladder => ({
  form: 'ladder',
  ...headOf(source, estimate, {
    job_seeker: 'Job seekers who were told no or left without an answer',
    employer: 'Employers, about one person who was interviewed and turned down',
  }),
  notes: [betweenAll(source, estimate, 'employer_interviewed')],
  findings: [
    ...betweenTellings(
      compared(source).filter(({ a }) => a.who === people.employer),
      { who: INTERVIEWEES, does: TOLD_BRIEFLY },
    ),
    ...differencesFound(
      compared(source).filter(({ a }) => a.who === people.job_seeker),
      (first, second) => ({
        who: 'people not hired',
        does: TOLD,
        counted: describedBy.job_seeker,
        leads: [got(first.who), got(second.who)],
      }),
    ),
    ...sideIds.map((side) =>
      sumFound(bar(source, `${side}_interviewed`), {
        who: INTERVIEWEES,
        does: TOLD,
        counted: describedBy[side],
      }),
    ),
  ],
  compared: compared(source),
  series: order.map((id) => bar(source, id)),
  rowHeading: 'Whether there was a date',
  howToRead:
    'Each bar is everyone who answered, cut by whether a date for the answer was given and kept. “Not kept” is a date that passed without an answer; the dashed, empty part is no date at all. The line beneath adds up those who were given a date, with its small-numbers range.',
  doesNotShow: `It does not show whether a date makes an answer more likely. ${neitherIsRight}`,
});
