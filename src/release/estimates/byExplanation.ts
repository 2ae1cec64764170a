import { jobSeekers, partOf, turnedDownOrWaiting } from '../bases.ts';
import { allAnswersTo, noAnswerTo } from '../cells.ts';
import { is } from '../conditions.ts';
import type { Base, Comparison, EstimateDefinition, Indicator } from '../series.ts';

/** The reason people were given, silence included (protocol 1.5, x_explain). */
const told = [
  { id: 'silence', label: 'No answer at all', where: is('s_outcome', 'silent') },
  { id: 'form', label: 'A standard message', where: is('s_explanation', 'form') },
  { id: 'generic', label: 'A reason for anyone', where: is('s_explanation', 'generic') },
  { id: 'specific', label: 'A reason about them', where: is('s_explanation', 'specific') },
  { id: 'actionable', label: 'And something to do', where: is('s_explanation', 'actionable') },
] as const;

/** A standard message and silence are what most people get, so a reason is compared with each of them. */
const comparisons = (indicator: string): readonly Comparison[] =>
  ['specific', 'actionable'].flatMap((better) =>
    ['form', 'silence'].map((usual) => ({
      a: { series: `job_seeker_${better}`, indicator },
      b: { series: `job_seeker_${usual}`, indicator },
    })),
  );

const byExplanation = (
  head: Pick<EstimateDefinition, 'id' | 'slug' | 'name'>,
  question: string,
  base: Base,
  indicator: Indicator,
): EstimateDefinition => ({
  ...head,
  questions: [
    { side: 'job_seeker', id: question },
    { side: 'job_seeker', id: 's_explanation' },
  ],
  series: told.map(({ id, label, where }) => ({
    id: `job_seeker_${id}`,
    side: 'job_seeker',
    label,
    shortLabel: label,
    base: partOf(base, `${base.id}_${id}`, `${base.label}; ${label.toLowerCase()}`, where),
    cells: allAnswersTo(question),
    asides: noAnswerTo(question),
    indicators: [indicator],
    segments: [],
  })),
  comparisons: comparisons(indicator.id),
});

/** E7: how clear it is to people why, by what they were told. */
export const clarity = byExplanation(
  { id: 'E7', slug: 'clarity', name: 'How clear the reason is' },
  's_clear',
  turnedDownOrWaiting,
  { id: 'clear', label: 'find it very or completely clear why', cells: ['p4', 'p5'] },
);

/** E8: what it did to people’s confidence in applying, by what they were told. */
export const confidence = byExplanation(
  { id: 'E8', slug: 'confidence', name: 'Confidence afterwards' },
  's_confidence',
  turnedDownOrWaiting,
  { id: 'lower', label: 'have less confidence in applying for other jobs', cells: ['p1', 'p2'] },
);

/** E9: whether people would apply there again, by what they were told. */
export const again = byExplanation(
  { id: 'E9', slug: 'apply-again', name: 'Applying there again' },
  's_again',
  jobSeekers,
  { id: 'likely', label: 'would somewhat or very likely apply again', cells: ['p4', 'p5'] },
);
