import { estimateOf } from '../../release/catalogue.ts';
import { isLow } from '../../release/disclosure/hideSmall.ts';
import { MINIMUM_CELL } from '../../release/disclosure/thresholds.ts';
import { aboutThem, rungs, type Rung } from '../../release/explained.ts';
import { countOf } from '../../release/countOf.ts';
import { describedBy } from '../finding.ts';
import type { Ladder, LadderSeries } from '../ladderFigure.ts';
import type { Withheld } from '../parts.ts';
import { count } from '../percent.ts';
import { betweenAll, neitherIsRight } from './betweenSides.ts';
import { betweenTellings, comparedOf, people } from './comparedOf.ts';
import { rungNames } from './rungNames.ts';
import { sumFound } from './shareFound.ts';
import { headOf, seriesOf, type Source } from './source.ts';
import { stackOf } from './stackedBar.ts';
import { withheld } from './withheld.ts';

const estimate = estimateOf('explanation-ladder');

/** The rungs that say nothing about the person; their sum is what the bar is read for, declared before any answer came in. */
const nothingAboutThePerson = rungs.filter((rung) => !aboutThem.includes(rung));

const tones: Readonly<Record<Rung, LadderSeries['parts'][number]['tone']>> = {
  none: 'silence',
  form: 'rung-1',
  generic: 'rung-2',
  specific: 'rung-3',
  actionable: 'rung-4',
};

function bar(source: Source, id: string): LadderSeries | Withheld {
  const { definition, published } = seriesOf(source, estimate, id);
  if (published.status !== 'published') return withheld(definition, published, { does: GOT });
  const { cells } = definition;
  const labelOf = (rung: Rung) => cells.find(({ code }) => code === rung)?.label ?? rungNames[rung];
  return stackOf(
    { definition, published },
    {
      answers: rungs.map((rung) => ({
        code: rung,
        label: labelOf(rung),
        short: rungNames[rung],
        tone: tones[rung],
      })),
      sum: {
        code: 'no_reason',
        label: 'no reason about the person',
        short: 'no reason about them',
        cells: nothingAboutThePerson,
      },
      sumFrom: 'start',
    },
  );
}

/**
 * How many more were given a reason about them in the end than with the no, where both are of one release. Of those who answered
 * both, nobody or at least five (protocol 3.3, P11); of those who could not say what came with the no, it may be fewer.
 */
function addedByAsking(source: Source, series: string): string {
  const [end, atNo] = [series, `${series}_at_no`].map((id) => {
    const { definition, published } = seriesOf(source, estimate, id);
    const x = published.status === 'published' ? countOf(published, definition, aboutThem) : undefined;
    return x === undefined ? undefined : { x, vintage: published.vintage };
  });
  if (end === undefined || end.vintage !== atNo?.vintage || end.x < atNo.x) return 'not shown';
  const added = end.x - atNo.x;
  return isLow(added) ? `fewer than ${MINIMUM_CELL}` : count(added);
}

const both = ['job_seeker_interviewed', 'employer_interviewed'] as const;

const found = { does: 'got no specific reason' } as const;

const INTERVIEWEES = 'interviewees not hired';
const GOT = 'got a specific reason';

const compared = (source: Source) =>
  comparedOf(source, estimate, {
    employer_interviewed: { who: people.employer, does: GOT },
    job_seeker_interviewed: { who: people.job_seeker, does: GOT },
  });

/** E3: what people heard about why in the end, both sides, after an interview; the table has what came with the no, too. */
export const explanationLadder = (source: Source): Ladder => ({
  form: 'ladder',
  ...headOf(source, estimate, {
    job_seeker: 'Job seekers who were interviewed, and told no or left without an answer',
    employer: 'Employers, about one person who was interviewed and not hired',
  }),
  notes: [
    betweenAll(source, estimate, 'employer_interviewed'),
    'A reply to asking that told something specific counts as a reason about the person, whatever came with the no. The table shows both steps.',
  ],
  findings: [
    sumFound(bar(source, 'job_seeker_interviewed'), {
      ...found,
      lead: 'after an interview',
      who: 'people not hired',
      counted: describedBy.job_seeker,
    }),
    ...betweenTellings(compared(source), { who: INTERVIEWEES, does: GOT }),
    sumFound(bar(source, 'employer_interviewed'), {
      ...found,
      who: INTERVIEWEES,
      counted: describedBy.employer,
    }),
  ],
  compared: compared(source),
  series: both.map((id) => bar(source, id)),
  beside: {
    heading: 'In the end',
    other: 'With the no',
    series: both.map((id) => bar(source, `${id}_at_no`)),
    last: {
      label: 'Reasons about the person that asking added',
      cells: both.map((id) => addedByAsking(source, id)),
    },
  },
  rowHeading: 'What they heard about why',
  howToRead:
    'Each bar is everyone who answered, cut by what the person had heard about why in the end: with the no, or by asking for feedback. The dashed, empty part is silence: nothing was said, so nothing is drawn. ' +
    'The line beneath adds up the parts with no reason about the person, and its end shows how far that total could move by chance.',
  doesNotShow: `It does not show what happens to applicants in general, nor whether a reason was the true one. ${neitherIsRight}`,
});
