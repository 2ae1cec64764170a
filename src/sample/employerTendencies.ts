import { groupTendencies } from './groupTendencies.ts';
import { hires } from './histories.ts';
import { kind, person } from './personTendencies.ts';
import type { Step, Tendency } from './tendency.ts';
import { is } from '../survey/condition.ts';

/** One yes/no row: how many of a hundred say yes, and what tilts it. */
const yesNo = (about: string, yes: number, more: Pick<Tendency, 'tilts' | 'missing'> = {}): Tendency => ({
  about,
  cases: [{ weights: { yes, no: 100 - yes } }],
  ...more,
});

const unsure = { dk: 0.13, blank: 0.012 };

const toldTilts = kind({ none: 0.3, lt25: 0.6, all: 1.5 }, { none: 2.2, lt25: 1.6, q75_99: 0.7, all: 0.5 });

/** What there is to help, before the person: notes make reasons that can be told. */
const support: readonly Tendency[] = [
  yesNo('e_has_rule_give', 15, { tilts: kind({ yes: 2 }, { yes: 0.3 }), missing: unsure }),
  yesNo('e_has_rule_not', 15, {
    tilts: [
      { when: is('org_size', 's1000p'), times: { yes: 1.7 } },
      { when: is('e_has_rule_give', 'yes'), times: { yes: 0.4 } },
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
];

/** Made-up employers, more of whose people hear why than made-up job seekers report. */
export const employerTendencies: readonly Step[] = [
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
      { weights: { recruiter_in: 22, recruiter_agency: 9, hr: 19, manager: 28, owner: 10, interviewer: 9 } },
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
        weights: { none: 0.5, v1_10: 6, v11_50: 26, v51_200: 38, v201_1000: 22, v1000p: 7 },
      },
      {
        when: is('e_role', 'hr'),
        weights: { none: 2, v1_10: 19, v11_50: 38, v51_200: 29, v201_1000: 9, v1000p: 2 },
      },
      { weights: { none: 7, v1_10: 50, v11_50: 32, v51_200: 9, v201_1000: 1.5, v1000p: 0.3 } },
    ],
    tilts: [{ when: is('org_size', 's1_9'), times: { v201_1000: 0.2, v1000p: 0.2 } }],
  },
  {
    about: 'e_told_interviewed',
    cases: [{ weights: { none: 3, lt25: 6, q25_49: 7, q50_74: 13, q75_99: 29, all: 41, na_stage: 0.6 } }],
    tilts: toldTilts,
    missing: { dk: 0.05, pnts: 0.012, blank: 0.012 },
    missingTilts: [{ when: is('e_role', 'interviewer'), times: { dk: 6 } }],
  },
  {
    about: 'e_told_applied',
    cases: [{ weights: { none: 14, lt25: 19, q25_49: 12, q50_74: 13, q75_99: 21, all: 19, na_stage: 2 } }],
    tilts: [
      ...toldTilts,
      { when: is('e_volume', 'v201_1000', 'v1000p'), times: { none: 1.5, all: 0.8 } },
      { when: is('e_told_interviewed', 'none', 'lt25'), times: { q75_99: 0.2, all: 0.1 } },
    ],
    missing: { dk: 0.04, pnts: 0.012, blank: 0.02 },
  },
  ...support,
  hires(...person),
  {
    about: 'e_promised',
    cases: [{ weights: { kept: 38, late: 17, broken: 28, none: 48 } }],
    tilts: kind({ kept: 1.4, none: 0.7 }, { kept: 0.5, none: 1.6 }),
    missing: { dk: 0.06, pnts: 0.008, blank: 0.012 },
  },
  {
    about: 'e_channel',
    cases: [
      {
        when: is('e_role', 'recruiter_agency'),
        weights: { agency: 72, call: 9, personal: 9, auto: 8, account: 1, other: 1 },
      },
      { weights: { agency: 6, call: 22, personal: 32, auto: 32, account: 5, other: 1 } },
    ],
    tilts: kind({ call: 1.5, personal: 1.4, auto: 0.6 }, { call: 0.5, personal: 0.7, auto: 1.5 }),
    missing: { dk: 0.05, pnts: 0.008, blank: 0.012 },
  },
  {
    about: 'e_asked',
    cases: [
      { when: is('e_time', 'never'), weights: { no: 70, useful: 4, vague: 8, noreply: 17 } },
      {
        when: is('e_explanation', 'specific', 'actionable'),
        weights: { no: 66, useful: 26, vague: 5, noreply: 2 },
      },
      { weights: { no: 63, useful: 10, vague: 18, noreply: 9 } },
    ],
    tilts: [
      ...kind({ useful: 1.6, noreply: 0.4 }, { useful: 0.5, vague: 1.3, noreply: 2 }),
      { when: is('e_known', 'rival', 'other', 'unclear'), times: { useful: 0.6 } },
    ],
    missing: { unseen: 0.025, pnts: 0.01, blank: 0.012 },
  },
  {
    about: 'e_wanted',
    cases: [{ weights: { quick_no: 24, reason: 30, compare: 15, improve: 18, talk: 9, nothing: 4 } }],
    tilts: kind({ improve: 1.3 }, { quick_no: 1.3, nothing: 2 }),
  },
  yesNo('e_barriers_time', 68, {
    tilts: [{ when: is('e_volume', 'v51_200', 'v201_1000', 'v1000p'), times: { yes: 1.6 } }],
  }),
  yesNo('e_barriers_notes', 38, { tilts: [{ when: is('e_has_scorecard', 'yes'), times: { yes: 0.6 } }] }),
  yesNo('e_barriers_wording', 36, { tilts: [{ when: is('e_has_training', 'yes'), times: { yes: 0.5 } }] }),
  yesNo('e_barriers_owner', 35, {
    tilts: [
      { when: is('e_role', 'owner'), times: { yes: 0.3 } },
      { when: is('e_role', 'interviewer'), times: { yes: 2.5 } },
    ],
  }),
  yesNo('e_barriers_source', 24, {
    tilts: [
      { when: is('e_role', 'recruiter_in', 'recruiter_agency', 'hr'), times: { yes: 2 } },
      { when: is('e_role', 'owner'), times: { yes: 0.2 } },
    ],
  }),
  yesNo('e_barriers_policy', 18, { tilts: [{ when: is('e_has_rule_not', 'yes'), times: { yes: 14 } }] }),
  yesNo('e_barriers_system', 29, {
    tilts: [
      { when: is('org_size', 's1000p'), times: { yes: 1.7 } },
      { when: is('e_has_template', 'yes'), times: { yes: 0.7 } },
    ],
  }),
  yesNo('e_barriers_conflict', 30),
  yesNo('e_barriers_legal', 52, { tilts: [{ when: is('e_has_rule_not', 'yes'), times: { yes: 2 } }] }),
  yesNo('e_barriers_doubt', 14, { tilts: kind({ yes: 0.5 }, { yes: 1.8 }) }),
  yesNo('e_barriers_enough', 27, { tilts: kind({ yes: 1.8 }, { yes: 0.7 }) }),
  {
    about: 'e_claim',
    cases: [{ weights: { first: 3, heard: 9, no: 88 } }],
    tilts: [{ when: is('e_barriers_legal', 'yes'), times: { first: 1.3, heard: 1.6 } }],
    missing: { dk: 0.08, pnts: 0.015, blank: 0.012 },
  },
];
