import { partOf, turnedDownOrWaiting } from '../bases.ts';
import { allAnswersTo, noAnswerTo } from '../cells.ts';
import { aboutThem, saidInTheEnd, type Rung } from '../explained.ts';
import type { EstimateDefinition, Indicator } from '../series.ts';
import { either } from '../../survey/condition.ts';

/** What people heard in the end; both kinds of reason about them are one group, because each alone is small. */
const groups: readonly { readonly id: string; readonly label: string; readonly rungs: readonly Rung[] }[] = [
  { id: 'none', label: 'Nothing', rungs: ['none'] },
  { id: 'form', label: 'No reason, only the no', rungs: ['form'] },
  { id: 'generic', label: 'A reason for anyone', rungs: ['generic'] },
  { id: 'about_them', label: 'A reason about them', rungs: aboutThem },
];

const said = saidInTheEnd('job_seeker');

const byExplanation = (
  head: Pick<EstimateDefinition, 'id' | 'slug' | 'name'>,
  question: string,
  indicator: Indicator,
): EstimateDefinition => ({
  ...head,
  questions: [
    { side: 'job_seeker', id: question },
    { side: 'job_seeker', id: 's_explanation' },
  ],
  series: groups.map(({ id, label, rungs }) => ({
    id: `job_seeker_${id}`,
    side: 'job_seeker',
    label,
    shortLabel: label,
    base: partOf(
      turnedDownOrWaiting,
      `${turnedDownOrWaiting.id}_${id}`,
      `${turnedDownOrWaiting.label}; ${label.toLowerCase()}`,
      either(...said.filter(({ code }) => rungs.some((rung) => rung === code)).map(({ where }) => where)),
    ),
    cells: allAnswersTo(question),
    asides: noAnswerTo(question),
    indicators: [indicator],
    segments: [],
  })),
  // Whether a reason about them goes with more: than one for anyone, than only the no, than nothing at all.
  comparisons: ['generic', 'form', 'none'].map((usual) => ({
    a: { series: 'job_seeker_about_them', indicator: indicator.id },
    b: { series: `job_seeker_${usual}`, indicator: indicator.id },
  })),
});

/** E7: how clear it is to people why, by what they heard. */
export const clarity = byExplanation(
  { id: 'E7', slug: 'clarity', name: 'How clear the reason is' },
  's_clear',
  { id: 'clear', label: 'find it very or completely clear why', cells: ['p4', 'p5'] },
);

/** E8: how confident people are of doing well next time, by what they heard. */
export const confidence = byExplanation(
  { id: 'E8', slug: 'confidence', name: 'Confidence afterwards' },
  's_confident',
  {
    id: 'confident',
    label: 'are very or completely confident of doing well in a similar application',
    cells: ['p4', 'p5'],
  },
);

/** E9: whether people would apply there again, by what they heard. */
export const again = byExplanation(
  { id: 'E9', slug: 'apply-again', name: 'Applying there again' },
  's_again',
  { id: 'likely', label: 'would somewhat or very likely apply again', cells: ['p4', 'p5'] },
);
