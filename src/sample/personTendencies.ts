import type { Tendency, Weights } from './tendency.ts';
import { is } from '../survey/condition.ts';

/** Tilts by how the employer treats people who apply. */
export const kind = (times: Weights, unkind: Weights) => [
  { when: is('care', 'much'), times },
  { when: is('care', 'little'), times: unkind },
];

/** Whether an interviewed person is remembered, what decided against them, and whether and what they were told. */
export const person: readonly Tendency[] = [
  { about: 'e_last', cases: [{ weights: { int1: 44, int2: 35, int3: 14, nobody: 1.5, forgot: 6 } }] },
  {
    about: 'e_known',
    cases: [{ weights: { written: 34, yes: 29, rival: 24, other: 6, unclear: 8 } }],
    tilts: [
      { when: is('e_has_scorecard', 'yes'), times: { written: 1.6 } },
      { when: is('e_has_scorecard', 'no'), times: { written: 0.5, unclear: 1.3 } },
    ],
    missing: { unseen: 0.035, pnts: 0.015, blank: 0.012 },
    missingTilts: [{ when: is('e_role', 'hr', 'recruiter_agency', 'interviewer'), times: { unseen: 3 } }],
  },
  {
    about: 'e_time',
    cases: [{ weights: { d2: 8, d7: 21, d14: 19, d30: 13, d45: 4, d90: 2, gt90: 1, never: 25 } }],
    tilts: [
      ...kind(
        { d2: 1.4, d7: 1.3, d45: 0.5, d90: 0.4, never: 0.5 },
        { d2: 0.6, d7: 0.7, d30: 1.4, d45: 1.6, d90: 1.8, never: 1.7 },
      ),
      { when: is('e_has_deadline', 'yes'), times: { never: 0.7 } },
      // Nobody is told later than now.
      { when: is('ago', 'd45_90'), times: { d90: 0.5, gt90: 0 } },
    ],
    missing: { dk: 0.05, unseen: 0.035, pnts: 0.008, blank: 0.01 },
    missingTilts: [
      // “They were told, I do not know when” is no answer about somebody who was not told.
      { when: is('e_time', 'never'), times: { dk: 0 } },
      { when: is('e_role', 'manager'), times: { unseen: 1.5 } },
      { when: is('e_role', 'interviewer'), times: { unseen: 5 } },
    ],
  },
  {
    about: 'e_explanation',
    cases: [
      {
        when: is('e_known', 'written', 'yes'),
        weights: { form: 38, generic: 28, specific: 24, actionable: 10, cancelled: 0 },
      },
      {
        when: is('e_known', 'rival'),
        weights: { form: 42, generic: 46, specific: 9, actionable: 3, cancelled: 0 },
      },
      {
        when: is('e_known', 'other'),
        weights: { form: 32, generic: 28, specific: 2, actionable: 0, cancelled: 38 },
      },
      { weights: { form: 64, generic: 31, specific: 3, actionable: 1, cancelled: 1 } },
    ],
    tilts: [
      ...kind({ form: 0.6, specific: 1.7, actionable: 1.9 }, { form: 1.4, specific: 0.5, actionable: 0.4 }),
      { when: is('e_has_rule_not', 'yes'), times: { form: 1.8, specific: 0.5, actionable: 0.4 } },
      { when: is('e_has_template', 'yes'), times: { form: 0.8 } },
    ],
    missing: { unseen: 0.04, dk: 0.025, pnts: 0.01, blank: 0.012 },
    missingTilts: [{ when: is('e_role', 'manager', 'interviewer'), times: { unseen: 2 } }],
  },
];
