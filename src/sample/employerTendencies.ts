import { groupTendencies } from './groupTendencies.ts';
import { is, type Tendency, type Weights } from './tendency.ts';

/** One yes/no row: how many of a hundred say yes, and what tilts it. */
const yesNo = (about: string, yes: number, more: Pick<Tendency, 'tilts' | 'missing'> = {}): Tendency => ({
  about,
  cases: [{ weights: { yes, no: 100 - yes } }],
  ...more,
});

const unsure = { dk: 0.13, blank: 0.012 };

const kind = (times: Weights, unkind: Weights) => [
  { when: is('care', 'much'), times },
  { when: is('care', 'little'), times: unkind },
];

const toldTilts = kind({ none: 0.3, lt25: 0.6, all: 1.5 }, { none: 2.2, lt25: 1.6, q75_99: 0.7, all: 0.5 });
const reasonTilts = kind(
  { none: 0.5, q50_74: 1.5, q75_99: 1.6, all: 1.8 },
  { none: 1.8, q50_74: 0.6, q75_99: 0.5, all: 0.3 },
);

/** An employer gives a reason to no more people than they tell: bands above the one chosen have no weight. */
const noMoreThanTold = (stage: string): NonNullable<Tendency['tilts']> => [
  { when: is(`e_told_${stage}`, 'lt25'), times: { q25_49: 0, q50_74: 0, q75_99: 0, all: 0 } },
  { when: is(`e_told_${stage}`, 'q25_49'), times: { q50_74: 0, q75_99: 0, all: 0 } },
  { when: is(`e_told_${stage}`, 'q50_74'), times: { q75_99: 0, all: 0 } },
  { when: is(`e_told_${stage}`, 'q75_99'), times: { all: 0 } },
];

/** Made-up employers. They describe their own practice, and more kindly than made-up job seekers report it. */
export const employerTendencies: readonly Tendency[] = [
  ...groupTendencies,
  {
    // How this employer treats people who apply: never asked, but every tendency below depends on it.
    about: 'care',
    hidden: true,
    cases: [{ weights: { little: 24, some: 46, much: 30 } }],
    tilts: [{ when: is('industry', 'nonprofit', 'education', 'public'), times: { little: 0.7, much: 1.2 } }],
  },
  {
    about: 'e_role',
    cases: [
      {
        weights: {
          recruiter_in: 22,
          recruiter_agency: 9,
          hr: 19,
          manager: 27,
          owner: 10,
          interviewer: 9,
          none: 4,
        },
      },
    ],
    tilts: [
      { when: is('org_size', 's1_9', 's10_24'), times: { recruiter_in: 0.2, hr: 0.6, owner: 4 } },
      { when: is('org_size', 's250_999', 's1000p'), times: { recruiter_in: 1.4, owner: 0.1 } },
    ],
  },
  {
    about: 'e_volume',
    cases: [
      {
        when: is('e_role', 'recruiter_in', 'recruiter_agency'),
        weights: { v1_10: 3, v11_50: 13, v51_200: 33, v201_1000: 36, v1000p: 15 },
      },
      { when: is('e_role', 'hr'), weights: { v1_10: 12, v11_50: 32, v51_200: 34, v201_1000: 17, v1000p: 5 } },
      { weights: { v1_10: 38, v11_50: 40, v51_200: 17, v201_1000: 4, v1000p: 1 } },
    ],
  },
  {
    about: 'e_told_applied',
    cases: [{ weights: { none: 13, lt25: 19, q25_49: 12, q50_74: 13, q75_99: 21, all: 20, na_stage: 2 } }],
    tilts: [...toldTilts, { when: is('e_volume', 'v201_1000', 'v1000p'), times: { none: 1.5, all: 0.8 } }],
  },
  {
    about: 'e_told_screened',
    cases: [{ weights: { none: 5, lt25: 9, q25_49: 9, q50_74: 14, q75_99: 27, all: 30, na_stage: 6 } }],
    tilts: [...toldTilts, { when: is('e_told_applied', 'all'), times: { none: 0.1, lt25: 0.2, all: 2 } }],
  },
  {
    about: 'e_told_interviewed',
    cases: [{ weights: { none: 3, lt25: 5, q25_49: 6, q50_74: 11, q75_99: 26, all: 48, na_stage: 0.6 } }],
    tilts: [...toldTilts, { when: is('e_told_screened', 'all'), times: { none: 0.1, lt25: 0.2, all: 2 } }],
  },
  {
    about: 'e_reason_applied',
    cases: [{ weights: { none: 58, lt25: 25, q25_49: 8, q50_74: 4, q75_99: 3, all: 2, na_stage: 0.2 } }],
    tilts: [...reasonTilts, ...noMoreThanTold('applied')],
  },
  {
    about: 'e_reason_screened',
    cases: [{ weights: { none: 34, lt25: 31, q25_49: 13, q50_74: 9, q75_99: 9, all: 4, na_stage: 0.2 } }],
    tilts: [...reasonTilts, ...noMoreThanTold('screened')],
  },
  {
    about: 'e_reason_interviewed',
    cases: [{ weights: { none: 17, lt25: 28, q25_49: 15, q50_74: 13, q75_99: 17, all: 10, na_stage: 0.2 } }],
    tilts: [...reasonTilts, ...noMoreThanTold('interviewed')],
  },
  {
    about: 'e_form',
    cases: [
      {
        when: is('e_told_interviewed', 'none'),
        weights: { nothing: 88, form: 6, generic: 2, specific: 1, actionable: 0, varies: 3 },
      },
      { weights: { nothing: 11, form: 36, generic: 29, specific: 13, actionable: 6, varies: 11 } },
    ],
    tilts: [
      ...kind(
        { nothing: 0.4, form: 0.7, specific: 1.6, actionable: 1.8 },
        { nothing: 1.9, form: 1.3, specific: 0.4, actionable: 0.3 },
      ),
      { when: is('e_told_interviewed', 'lt25', 'q25_49'), times: { nothing: 2.5 } },
      { when: is('e_told_interviewed', 'all'), times: { nothing: 0.3 } },
      {
        when: is('e_reason_interviewed', 'q75_99', 'all'),
        times: { form: 0.4, specific: 1.8, actionable: 1.8 },
      },
    ],
  },
  {
    about: 'e_promised',
    cases: [{ weights: { kept: 52, late: 22, none: 26 } }],
    tilts: kind({ kept: 1.4, none: 0.6 }, { kept: 0.5, none: 1.7 }),
  },
  {
    about: 'e_time',
    cases: [
      {
        when: is('e_form', 'nothing'),
        weights: { d2: 1, d7: 4, d14: 8, d30: 8, d45: 4, d90: 2, gt90: 1, never: 72 },
      },
      { weights: { d2: 9, d7: 32, d14: 30, d30: 16, d45: 5, d90: 2, gt90: 0.6, never: 2 } },
    ],
    tilts: kind({ d2: 1.4, d7: 1.3, d45: 0.5, d90: 0.4 }, { d2: 0.6, d7: 0.7, d30: 1.4, d45: 1.6, d90: 1.8 }),
  },
  {
    about: 'e_asked',
    cases: [{ weights: { useful: 42, vague: 27, noreply: 11, nobody: 20 } }],
    tilts: kind({ useful: 1.5, noreply: 0.4 }, { useful: 0.5, vague: 1.3, noreply: 2.2 }),
    missing: { dk: 0.03, pnts: 0.012, blank: 0.012 },
  },
  yesNo('e_has_rule_give', 15, { tilts: kind({ yes: 2 }, { yes: 0.3 }), missing: unsure }),
  yesNo('e_has_rule_not', 15, {
    tilts: [
      { when: is('org_size', 's1000p'), times: { yes: 1.7 } },
      { when: is('e_has_rule_give', 'yes'), times: { yes: 0.1 } },
    ],
    missing: unsure,
  }),
  yesNo('e_has_template', 48, { tilts: kind({ yes: 1.4 }, { yes: 0.6 }), missing: unsure }),
  yesNo('e_has_training', 18, { tilts: kind({ yes: 1.8 }, { yes: 0.4 }), missing: unsure }),
  yesNo('e_has_scorecard', 50, {
    tilts: [{ when: is('org_size', 's1_9', 's10_24'), times: { yes: 0.4 } }],
    missing: unsure,
  }),
  yesNo('e_has_deadline', 32, { tilts: kind({ yes: 1.6 }, { yes: 0.5 }), missing: unsure }),
  yesNo('e_barriers_legal', 60, { tilts: [{ when: is('e_has_rule_not', 'yes'), times: { yes: 2 } }] }),
  yesNo('e_barriers_time', 68, {
    tilts: [{ when: is('e_volume', 'v201_1000', 'v1000p'), times: { yes: 1.5 } }],
  }),
  yesNo('e_barriers_volume', 62, {
    tilts: [
      { when: is('e_volume', 'v201_1000', 'v1000p'), times: { yes: 2.2 } },
      { when: is('e_volume', 'v1_10'), times: { yes: 0.4 } },
    ],
  }),
  yesNo('e_barriers_policy', 22, { tilts: [{ when: is('e_has_rule_not', 'yes'), times: { yes: 12 } }] }),
  yesNo('e_barriers_conflict', 26),
  yesNo('e_barriers_notes', 40, { tilts: [{ when: is('e_has_scorecard', 'yes'), times: { yes: 0.6 } }] }),
  yesNo('e_barriers_wording', 36, { tilts: [{ when: is('e_has_training', 'yes'), times: { yes: 0.5 } }] }),
  yesNo('e_barriers_owner', 43, {
    tilts: [
      { when: is('e_role', 'owner'), times: { yes: 0.3 } },
      { when: is('e_role', 'interviewer'), times: { yes: 2 } },
    ],
  }),
  yesNo('e_barriers_doubt', 14, { tilts: kind({ yes: 0.5 }, { yes: 1.8 }) }),
  {
    about: 'e_claim',
    cases: [{ weights: { first: 3, heard: 9, no: 88 } }],
    tilts: [{ when: is('e_barriers_legal', 'yes'), times: { first: 1.3, heard: 1.6 } }],
    missing: { dk: 0.08, pnts: 0.015, blank: 0.012 },
  },
  {
    about: 'e_wanted',
    cases: [{ weights: { quick_no: 24, reason: 30, compare: 15, improve: 18, talk: 9, nothing: 4 } }],
    tilts: kind({ improve: 1.3 }, { quick_no: 1.3, nothing: 2 }),
  },
];
