import { type Condition, is, all } from './condition.ts';
import type { SideId } from './question.ts';
import { frame } from './frame.ts';

/**
 * The rules by which a stored response is flagged and left out of the figures (protocol 6.2): decided before anyone
 * looked at an outcome, the same for everybody, applied by PostgreSQL when a response comes in and again when it is
 * corrected. A flagged response stays in its table with its flags and the version of the rules. The methodology page
 * prints the wording below; every number in it is the one that the database applies.
 */

/** Kept with every response. A changed number, condition or effect is a new version. */
export const rulesVersion = '1';

export const limits = {
  /** Active seconds that one item takes at the least: consistency drops sharply below one (protocol 6.1). */
  secondsPerItem: 1,
  /** Substantive answers that make two equal responses one too many; short routes are equal by chance. */
  equalAnswers: 10,
  /** Substantive answers that make a response. */
  answers: 5,
  /** Contradictions that make a response useless; one may be a slip. */
  contradictions: 2,
  burst: {
    /** Times the median of the hours before. */
    times: 5,
    /** Whole hours that the median is taken over; an hour in which nobody came counts as none. */
    hours: 24,
    /** The least that the median is taken for: the first day on which many come must not look like an attack. */
    usualAtLeast: 100,
    /** Hours after which the counts of arrivals are deleted. */
    keepHours: 48,
  },
} as const;

/** Hours that an application alone can cost at most. */
const mostHours = 100;

export interface Contradiction {
  readonly wording: string;
  readonly when: Condition;
}

/**
 * Answers that cannot both be true, by side. What one page can see is said there and then, and is not offered or sent
 * (routing); these are apart from each other.
 */
export const contradictions: Readonly<Record<SideId, readonly Contradiction[]>> = {
  job_seeker: [
    {
      wording: `more than ${mostHours} hours of work on an application that got no further than applying`,
      when: all(is('s_stage', 'applied'), { variable: 's_hours', over: mostHours }),
    },
    {
      wording: 'two interviews or more, and under half an hour of work in all',
      when: all(is('s_stage', 'int2', 'int3'), { variable: 's_hours', upTo: 0 }),
    },
    {
      wording: `applied between ${frame.days} and 90 days ago, and for no job in the last three months`,
      when: all(is('s_stage', 'applied'), is('s_elapsed', 'd45_90'), is('s_sent', 'none')),
    },
  ],
  employer: [
    {
      wording: 'a written rule that feedback is given, and a written rule against it',
      when: all(is('e_has_rule_give', 'yes'), is('e_has_rule_not', 'yes')),
    },
    {
      wording:
        'more than 1,000 interviewed people not hired in a year, at an employer of fewer than ten people that is no agency',
      when: all(is('e_volume', 'v1000p'), is('org_size', 's1_9'), {
        variable: 'e_role',
        notIn: ['recruiter_agency'],
      }),
    },
  ],
};

interface QualityRule {
  /** The column that holds it. */
  readonly flag: string;
  readonly name: string;
  /** For the methodology page. */
  readonly wording: string;
  /** Left out of every figure from this count on; a flag that is only true or false counts as one. */
  readonly leftOutFrom: number;
  /** Whether the flag is a count; else it is true or false. */
  readonly counts: boolean;
}

/** Every rule with its effect: the one place that says what is left out. */
export const qualityRules = [
  {
    flag: 'f_speed',
    name: 'Too fast to have been read',
    wording: `The page was in use for less than ${limits.secondsPerItem} second for each item shown. Left out.`,
    leftOutFrom: 1,
    counts: false,
  },
  {
    flag: 'f_dup',
    name: 'The same again',
    wording: `Every answer equals those of a response kept before on the same side and day, and at least ${limits.equalAnswers} questions were answered. The first is counted, later ones are left out.`,
    leftOutFrom: 1,
    counts: false,
  },
  {
    flag: 'f_logic',
    name: 'Contradictions',
    wording: `Answers that cannot both be true. One contradiction may be a slip and is counted as it stands; with ${limits.contradictions} or more the response is left out.`,
    leftOutFrom: limits.contradictions,
    counts: true,
  },
  {
    flag: 'f_empty',
    name: 'Almost empty',
    wording: `Fewer than ${limits.answers} answers, not counting “Don’t know”, “Prefer not to say” and “Somebody else knows”. Left out as partial.`,
    leftOutFrom: 1,
    counts: false,
  },
  {
    flag: 'f_burst',
    name: 'One of a burst',
    wording: `More than ${limits.burst.times * limits.burst.usualAtLeast} responses within an hour by all links together, and more than ${limits.burst.times} times the median of the ${limits.burst.hours} hours before: of those above, the ones from a network that sends more than a network usually does in a day are held back and looked at before the next release, and the decision is written down.`,
    leftOutFrom: 1,
    counts: false,
  },
] as const satisfies readonly QualityRule[];

/** What is written beside a response and leaves nothing out: such responses are counted, and how many is printed. */
export const marks = [
  {
    flag: 'f_trap',
    name: 'A hidden field filled in',
    wording:
      'A field was filled in that people cannot see (the honeypot), as programs and some password managers do. It took the hardest proof of work to send it. Counted.',
  },
] as const;

/**
 * What happens before anything is stored (protocol 6.2, D1 to D4). Printed with a release: how often, and nothing about
 * whose calls they were. `rule` and `effect` together are one line.
 */
export const doorRules = [
  {
    rule: 'D1',
    effect: 'refused',
    name: 'No proof of work',
    wording:
      'The piece of arithmetic that comes with the answers was missing, wrong, run out or used before, or came faster than anybody answers.',
  },
  {
    rule: 'D2',
    effect: 'harder',
    name: 'A hidden field filled in',
    wording:
      'A field was filled in that people cannot see: sent again with the hardest proof, the answers are taken.',
  },
  {
    rule: 'D3',
    effect: 'refused',
    name: 'Not valid',
    wording: 'The answers were not such as the form can give.',
  },
  {
    rule: 'D4',
    effect: 'harder',
    name: 'More than usual',
    wording:
      'A network asked for more proofs in a day than networks usually do: each further one was to take more work.',
  },
  {
    rule: 'D4',
    effect: 'refused',
    name: 'Far too many',
    wording:
      'A network asked for far more proofs in an hour, or sent far more in a day, than a shared office is likely to.',
  },
] as const;

/** How the database names what it counts of them: by the rule, and a harder proof by itself where the rule refuses, too. */
export const doorCode = ({ rule, effect }: (typeof doorRules)[number]): string =>
  rule === 'D4' && effect === 'harder' ? 'harder' : rule;

/**
 * Whether a stored response is in the figures. One that was counted and is then left out is `taken_out` and stays so:
 * counted again it would look to two releases like somebody else (protocol 3.4).
 */
export const standings = ['counted', 'left_out', 'taken_out'] as const;

export type Flag = (typeof qualityRules)[number]['flag'];
