import type { Condition } from '../survey/condition.ts';
import type { SideId } from '../survey/question.ts';

/**
 * The catalogue of estimates: what is counted, of whom, with which base (protocol 1.5 and 2). Nothing outside it is
 * ever tallied or published. The tally's SQL, the releases and the charts follow from it.
 */

/** One class of answers inside a base. The classes of a series exclude each other. */
export interface Cell {
  readonly code: string;
  readonly where: Condition;
  /** For a stretch of days: the last day in it. */
  readonly days?: number;
  /** For a band of people: its lowest and highest percent. */
  readonly percent?: readonly [number, number];
}

/** One base, cut into classes. */
export interface SeriesDefinition {
  readonly id: string;
  readonly side: SideId;
  /** Who is in it, as a chart names them. */
  readonly label: string;
  readonly shortLabel: string;
  /** The people asked. Every one of them is in exactly one cell or one aside. */
  readonly asked: Condition;
  /** The answers that make the base: their sum is n_answered. */
  readonly cells: readonly Cell[];
  /** Asked, but not in the base: don’t know, prefer not to say, blank and the like; published as counts beside it. */
  readonly asides: readonly Cell[];
}

export interface EstimateDefinition {
  readonly id: string;
  /** The chart’s address. */
  readonly slug: string;
  readonly name: string;
  readonly form: 'ladder' | 'curve' | 'gap';
  /** The questions whose wording stands under the chart. */
  readonly questions: readonly { readonly side: SideId; readonly id: string }[];
  readonly series: readonly SeriesDefinition[];
}

const is = (variable: string, ...codes: string[]): Condition => ({ variable, in: codes });
const all = (...conditions: Condition[]): Condition => ({ all: conditions });
const cell = (code: string, where: Condition): Cell => ({ code, where });
const missing = (variable: string, ...more: string[]): Cell[] =>
  [...more, 'dk', 'pnts', 'blank'].map((code) => cell(code, is(variable, code)));

/** Whose answers count at all: not screened out, and inside the two years people are asked about. */
export const eligible: Readonly<Record<SideId, Condition>> = {
  job_seeker: all(is('s_outcome', 'rejected_told', 'silent', 'withdrew', 'offered'), {
    variable: 's_elapsed',
    notIn: ['gt2y'],
  }),
  employer: { variable: 'e_role', notIn: ['none'] },
};

const turnedDownOrWaiting = all(eligible.job_seeker, is('s_outcome', 'rejected_told', 'silent'));

/** The three stages both sides are compared at (protocol 1.3, stage3). */
export const stages = [
  { id: 'applied', label: 'Only applied', where: is('s_stage', 'applied') },
  { id: 'screened', label: 'Screening, test or task', where: is('s_stage', 'screened', 'task') },
  { id: 'interviewed', label: 'Interviewed', where: is('s_stage', 'int1', 'int2', 'int3') },
] as const;

const explanationLadder: EstimateDefinition = {
  id: 'E3',
  slug: 'explanation-ladder',
  name: 'The explanation ladder',
  form: 'ladder',
  questions: [
    { side: 'job_seeker', id: 's_explanation' },
    { side: 'employer', id: 'e_form' },
  ],
  series: [
    {
      id: 'job_seeker_interviewed',
      side: 'job_seeker',
      label: 'Job seekers, interviewed',
      shortLabel: 'Job seekers, interviewed',
      asked: all(turnedDownOrWaiting, stages[2].where),
      cells: [
        cell('silence', is('s_outcome', 'silent')),
        ...['form', 'generic', 'specific', 'actionable'].map((code) => cell(code, is('s_explanation', code))),
      ],
      asides: missing('s_explanation'),
    },
    {
      id: 'employer_interviewed',
      side: 'employer',
      label: 'Employers, about people they interviewed',
      shortLabel: 'Employers, on interviewed people',
      asked: eligible.employer,
      cells: [
        cell('silence', is('e_form', 'nothing')),
        ...['form', 'generic', 'specific', 'actionable'].map((code) => cell(code, is('e_form', code))),
      ],
      asides: missing('e_form', 'varies'),
    },
  ],
};

/** The last day of each answer to how long it took (protocol 1.3, time). */
const days = [
  ['d2', 2],
  ['d7', 7],
  ['d14', 14],
  ['d30', 30],
  ['d45', 45],
] as const;

const toldByDay: EstimateDefinition = {
  id: 'E2',
  slug: 'told-by-day',
  name: 'Told by day',
  form: 'curve',
  questions: [{ side: 'job_seeker', id: 's_time' }],
  series: [
    {
      id: 'job_seeker_45_days',
      side: 'job_seeker',
      label: 'Job seekers, last step at least 45 days ago',
      shortLabel: 'Job seekers',
      // Everyone, told or silent, has had the same 45 days (protocol 2.3).
      asked: all(turnedDownOrWaiting, is('s_elapsed', 'd45_90', 'm3_6', 'm6_12', 'y1_2')),
      cells: [
        ...days.map(([code, day]) => ({ ...cell(code, is('s_time', code)), days: day })),
        cell('later', is('s_time', 'd90', 'gt90')),
        cell('never', is('s_outcome', 'silent')),
      ],
      asides: missing('s_time'),
    },
  ],
};

/** What an employer’s band says in percent (protocol 1.3, band). */
const bands = [
  ['none', 0, 0],
  ['lt25', 1, 24],
  ['q25_49', 25, 49],
  ['q50_74', 50, 74],
  ['q75_99', 75, 99],
  ['all', 100, 100],
] as const;

const toldByStage: EstimateDefinition = {
  id: 'E11',
  slug: 'told-by-stage',
  name: 'Told, by how far people got',
  form: 'gap',
  questions: [
    { side: 'job_seeker', id: 's_outcome' },
    { side: 'employer', id: 'e_told' },
  ],
  series: stages.flatMap((stage): SeriesDefinition[] => [
    {
      id: `job_seeker_${stage.id}`,
      side: 'job_seeker',
      label: stage.label,
      shortLabel: stage.label,
      asked: all(turnedDownOrWaiting, stage.where),
      cells: [cell('told', is('s_outcome', 'rejected_told')), cell('not_told', is('s_outcome', 'silent'))],
      asides: [],
    },
    {
      id: `employer_${stage.id}`,
      side: 'employer',
      label: stage.label,
      shortLabel: stage.label,
      asked: eligible.employer,
      cells: bands.map(([code, ...percent]) => ({
        ...cell(code, is(`e_told_${stage.id}`, code)),
        percent,
      })),
      asides: missing(`e_told_${stage.id}`, 'na_stage'),
    },
  ]),
};

export const catalogue: readonly EstimateDefinition[] = [explanationLadder, toldByDay, toldByStage];

/** The estimate behind a chart’s address. Throws on an address that is in no catalogue. */
export function estimateOf(slug: string): EstimateDefinition {
  const estimate = catalogue.find((entry) => entry.slug === slug);
  if (estimate === undefined)
    throw new Error(
      `There is no chart “${slug}”; the charts are ${catalogue.map((entry) => entry.slug).join(', ')}.`,
    );
  return estimate;
}
