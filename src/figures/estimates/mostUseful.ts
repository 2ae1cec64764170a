import { estimateOf, seriesIn } from '../../release/catalogue.ts';
import { ofWhom, type Compared, type DifferenceFinding, type Finding } from '../finding.ts';
import type { Dumbbell } from '../dumbbellFigure.ts';
import { isWithheld, type Share } from '../parts.ts';
import type { SideId } from '../../survey/question.ts';
import { comparedOf, differencesFound } from './comparedOf.ts';
import { answerShare } from './indicatorShare.ts';
import { shareFound } from './shareFound.ts';
import { headOf, type Source } from './source.ts';
import { sideIds } from '../../survey/sides.ts';

const estimate = estimateOf('most-useful');

/** The answers as a title says them. */
const phrases: Readonly<Record<string, string>> = {
  quick_no: 'a quick, clear no',
  reason: 'being told the main reason',
  compare: 'being told how they compared',
  improve: 'being told one thing to work on',
  talk: 'a short conversation',
  nothing: 'nothing on the list',
};

const called = { job_seeker: 'people not hired', employer: 'employers here' } as const;

const doesBy = Object.fromEntries(
  Object.entries(phrases).map(([code, phrase]) => [code, `say ${phrase} helps most after a no`]),
);

const answers = (source: Source, side: SideId) =>
  seriesIn(estimate, side).cells.map(({ code }) => answerShare(source, estimate, side, code));

/** The answer that most people of a side chose. */
const first = (source: Source, side: SideId): Share | undefined =>
  answers(source, side)
    .filter((one): one is Share => !isWithheld(one))
    .toSorted((one, other) => other.x - one.x)[0];

/** Every answer is on the list of differences: employers against job seekers. */
const compared = (source: Source): readonly Compared[] =>
  comparedOf(source, estimate, {
    employer: { who: called.employer, does: doesBy },
    job_seeker: { who: called.job_seeker, does: doesBy },
  });

/** What job seekers chose most comes first, then the largest difference. */
function differences(source: Source): readonly DifferenceFinding[] {
  const top = first(source, 'job_seeker');
  const isTop = ({ does }: Compared) => top !== undefined && does === doesBy[top.code];
  const all = compared(source);
  return [all.filter(isTop), all.filter((one) => !isTop(one))].flatMap((some) =>
    differencesFound(some, (one, other, does) => ({
      who: one.who,
      does,
      counted: 'who answered',
      leads: [undefined, ofWhom(other.who)],
      secondSays: 'say the same',
    })),
  );
}

const findings = (source: Source): readonly Finding[] => [
  ...differences(source),
  ...sideIds.flatMap((side) => {
    const top = first(source, side);
    if (top === undefined) return [];
    return [
      shareFound(top, { who: called[side], does: doesBy[top.code] ?? top.label, counted: 'who answered' }),
    ];
  }),
];

/** E10: what would help most, and what employers think would: the same answers, so the gap is a plain difference. */
export const mostUseful = (source: Source): Dumbbell => ({
  form: 'dumbbell',
  ...headOf(source, estimate, {
    job_seeker: 'Job seekers who were told no or left without an answer',
  }),
  notes: ['Each person chose one answer, about being turned down in general: an opinion on both sides.'],
  findings: findings(source),
  compared: compared(source),
  rows: seriesIn(estimate, 'job_seeker').cells.map(({ code, label }) => ({
    id: code,
    label,
    seeker: answerShare(source, estimate, 'job_seeker', code),
    employer: answerShare(source, estimate, 'employer', code),
  })),
  measure: 'Share that chose it',
  rowHeading: 'Answer',
  howToRead:
    'A round mark is the share of job seekers that chose the answer, a square one the share of employers; the line through each is its small-numbers range, and the thin line joins the two. Whether two shares differ is not a matter of whether their ranges meet: the folded table says.',
  doesNotShow:
    'It does not show what helps anybody get the next job, nor what people would choose if they could have two.',
});
