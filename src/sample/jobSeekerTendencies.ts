import type { Condition } from '../survey/condition.ts';
import { groupTendencies } from './groupTendencies.ts';
import { is, type Tendency } from './tendency.ts';

const interviewed = is('s_stage', 'int1', 'int2', 'int3');
const onlyApplied = is('s_stage', 'applied');
const silent = is('s_outcome', 'silent');
const aboutMe = is('s_explanation', 'specific', 'actionable');
const both = (...parts: Condition[]): Condition => ({ all: parts });

/** Made-up job seekers. The shares are set so that the sample’s charts look like something, not like a finding. */
export const jobSeekerTendencies: readonly Tendency[] = [
  ...groupTendencies,
  {
    // How the employer treats people who apply: never asked, but every tendency below depends on it.
    about: 'care',
    hidden: true,
    cases: [{ weights: { little: 35, some: 45, much: 20 } }],
    tilts: [
      { when: is('org_size', 's1_9', 's10_24'), times: { much: 1.3 } },
      { when: is('industry', 'retail_hospitality', 'tech'), times: { little: 1.2 } },
      { when: is('industry', 'nonprofit', 'education', 'public'), times: { little: 0.7, much: 1.2 } },
      { when: is('region', 'ca'), times: { little: 0.8 } },
    ],
  },
  {
    about: 's_stage',
    cases: [{ weights: { applied: 44, screened: 14, task: 6, int1: 17, int2: 13, int3: 8 } }],
    tilts: [
      { when: is('seniority', 'entry'), times: { applied: 1.2, int3: 0.5 } },
      { when: is('seniority', 'senior', 'manager', 'exec'), times: { applied: 0.85, int2: 1.2, int3: 1.7 } },
      { when: is('org_size', 's1_9', 's10_24'), times: { screened: 0.6, int1: 1.4, int3: 0.5 } },
    ],
  },
  {
    about: 's_outcome',
    cases: [
      {
        when: onlyApplied,
        weights: { rejected_told: 27, silent: 63, withdrew: 2, offered: 1, in_progress: 5, none_fit: 2 },
      },
      {
        when: interviewed,
        weights: { rejected_told: 54, silent: 14.5, withdrew: 8, offered: 17, in_progress: 5, none_fit: 1.5 },
      },
      { weights: { rejected_told: 42, silent: 38, withdrew: 8, offered: 5, in_progress: 5, none_fit: 2 } },
    ],
    tilts: [
      { when: is('care', 'little'), times: { silent: 1.35, rejected_told: 0.8 } },
      { when: is('care', 'much'), times: { silent: 0.6, rejected_told: 1.2 } },
    ],
  },
  {
    about: 's_elapsed',
    cases: [{ weights: { lt45: 14, d45_90: 20, m3_6: 24, m6_12: 22, y1_2: 17, gt2y: 2 } }],
    // Silence is defined by 45 days; the few who contradict themselves are there for the quality rules to find.
    tilts: [{ when: silent, times: { lt45: 0.06 } }],
    missing: { dk: 0.02, pnts: 0.006, blank: 0.008 },
  },
  {
    // People guess in fives and tens; the heaps stay (protocol 2.3).
    about: 's_hours',
    cases: [
      {
        when: onlyApplied,
        weights: { 0: 2, 1: 30, 2: 26, 3: 14, 4: 9, 5: 8, 6: 3, 8: 3, 10: 4, 15: 1, 20: 1 },
      },
      {
        when: is('s_stage', 'screened'),
        weights: { 2: 10, 3: 16, 4: 17, 5: 20, 6: 10, 8: 10, 10: 11, 12: 3, 15: 2, 20: 2 },
      },
      {
        when: is('s_stage', 'task'),
        weights: { 5: 6, 6: 7, 8: 13, 10: 22, 12: 11, 15: 15, 16: 4, 20: 14, 25: 4, 30: 3, 40: 2, 60: 1 },
      },
      {
        when: is('s_stage', 'int1'),
        weights: { 3: 6, 4: 9, 5: 16, 6: 13, 8: 15, 10: 19, 12: 8, 15: 7, 20: 6, 25: 2, 30: 1 },
      },
      {
        when: is('s_stage', 'int2'),
        weights: { 5: 5, 6: 4, 8: 11, 10: 20, 12: 13, 15: 17, 18: 4, 20: 15, 25: 5, 30: 5, 40: 3, 60: 1 },
      },
      {
        weights: {
          10: 7,
          12: 6,
          15: 14,
          20: 22,
          24: 6,
          25: 11,
          30: 14,
          40: 11,
          50: 5,
          60: 3,
          80: 2,
          100: 1,
          200: 0.5,
        },
      },
    ],
    tilts: [
      { when: is('seniority', 'manager', 'exec'), times: { 20: 1.4, 30: 1.6, 40: 1.6, 60: 1.6, 100: 1.5 } },
    ],
    missing: { dk: 0.04, pnts: 0.008, blank: 0.02 },
  },
  {
    about: 's_promised',
    cases: [
      { when: onlyApplied, weights: { kept: 5, late: 4, broken: 8, none: 88 } },
      { when: interviewed, weights: { kept: 25, late: 21, broken: 42, none: 54 } },
      { weights: { kept: 14, late: 12, broken: 26, none: 70 } },
    ],
    tilts: [
      { when: is('care', 'much'), times: { kept: 1.8, late: 0.8 } },
      { when: is('care', 'little'), times: { kept: 0.5, late: 1.2 } },
    ],
  },
  {
    about: 's_time',
    cases: [{ weights: { d2: 9, d7: 21, d14: 20, d30: 18, d45: 8, d90: 6, gt90: 3 } }],
    tilts: [
      { when: is('care', 'much'), times: { d2: 1.4, d7: 1.4, d90: 0.5, gt90: 0.3 } },
      { when: is('care', 'little'), times: { d2: 0.8, d7: 0.7, d45: 1.3, d90: 1.5, gt90: 1.7 } },
      // The wait cannot be longer than the time since the last step.
      { when: is('s_elapsed', 'lt45'), times: { d90: 0, gt90: 0 } },
      { when: is('s_elapsed', 'd45_90'), times: { gt90: 0 } },
    ],
    missing: { dk: 0.02, pnts: 0.004, blank: 0.01 },
  },
  {
    about: 's_explanation',
    cases: [
      { when: onlyApplied, weights: { form: 68, generic: 23, specific: 6, actionable: 3 } },
      { when: interviewed, weights: { form: 42, generic: 30, specific: 17, actionable: 10 } },
      { weights: { form: 53, generic: 27, specific: 13, actionable: 6 } },
    ],
    tilts: [
      { when: is('care', 'much'), times: { form: 0.6, specific: 1.9, actionable: 2.2 } },
      { when: is('care', 'little'), times: { form: 1.5, specific: 0.45, actionable: 0.3 } },
      { when: is('org_size', 's1000p'), times: { form: 1.15, specific: 0.9 } },
    ],
    missing: { dk: 0.015, pnts: 0.006, blank: 0.01 },
  },
  {
    about: 's_asked',
    cases: [
      { when: onlyApplied, weights: { no: 78, useful: 1.5, vague: 3, noreply: 8, no_contact: 12 } },
      { when: interviewed, weights: { no: 46, useful: 13, vague: 15, noreply: 20, no_contact: 5 } },
      { weights: { no: 60, useful: 6, vague: 9, noreply: 17, no_contact: 9 } },
    ],
    tilts: [
      { when: silent, times: { useful: 0.12, vague: 0.4, noreply: 1.8 } },
      { when: aboutMe, times: { useful: 1.8, noreply: 0.4, no_contact: 0.3 } },
      { when: is('care', 'much'), times: { useful: 1.5, noreply: 0.6 } },
    ],
  },
  {
    about: 's_clear',
    cases: [
      { when: silent, weights: { p1: 58, p2: 25, p3: 10, p4: 4, p5: 3 } },
      { when: is('s_explanation', 'form'), weights: { p1: 42, p2: 30, p3: 16, p4: 8, p5: 4 } },
      { when: is('s_explanation', 'generic'), weights: { p1: 22, p2: 34, p3: 26, p4: 13, p5: 5 } },
      { when: is('s_explanation', 'specific'), weights: { p1: 4, p2: 12, p3: 26, p4: 36, p5: 22 } },
      { weights: { p1: 2, p2: 7, p3: 20, p4: 41, p5: 30 } },
    ],
    tilts: [{ when: is('s_asked', 'useful'), times: { p1: 0.5, p4: 1.5, p5: 1.5 } }],
  },
  {
    about: 's_confidence',
    cases: [
      { when: silent, weights: { p1: 32, p2: 35, p3: 20, p4: 8, p5: 5 } },
      { when: is('s_explanation', 'form'), weights: { p1: 19, p2: 37, p3: 30, p4: 9, p5: 5 } },
      { when: is('s_explanation', 'generic'), weights: { p1: 15, p2: 30, p3: 32, p4: 15, p5: 8 } },
      { when: is('s_explanation', 'specific'), weights: { p1: 8, p2: 18, p3: 32, p4: 28, p5: 14 } },
      { when: is('s_explanation', 'actionable'), weights: { p1: 6, p2: 14, p3: 29, p4: 33, p5: 18 } },
      { weights: { p1: 2, p2: 5, p3: 33, p4: 36, p5: 24 } },
    ],
    tilts: [{ when: is('s_stage', 'int3'), times: { p1: 1.4, p2: 1.2 } }],
  },
  {
    about: 's_again',
    cases: [
      { when: silent, weights: { p1: 36, p2: 26, p3: 20, p4: 13, p5: 5 } },
      { when: is('s_explanation', 'form'), weights: { p1: 18, p2: 24, p3: 28, p4: 22, p5: 8 } },
      { when: is('s_explanation', 'generic'), weights: { p1: 14, p2: 20, p3: 28, p4: 27, p5: 11 } },
      { when: is('s_explanation', 'specific'), weights: { p1: 7, p2: 12, p3: 23, p4: 37, p5: 21 } },
      { when: is('s_explanation', 'actionable'), weights: { p1: 4, p2: 8, p3: 20, p4: 40, p5: 28 } },
      { when: is('s_outcome', 'offered'), weights: { p1: 3, p2: 6, p3: 14, p4: 35, p5: 42 } },
      { weights: { p1: 14, p2: 22, p3: 30, p4: 24, p5: 10 } },
    ],
    tilts: [
      { when: is('s_promised', 'broken'), times: { p1: 1.7, p4: 0.6, p5: 0.5 } },
      { when: is('s_promised', 'kept'), times: { p1: 0.6, p4: 1.3, p5: 1.2 } },
      { when: both(silent, interviewed), times: { p1: 1.5 } },
    ],
  },
  {
    about: 's_wanted',
    cases: [{ weights: { quick_no: 11, reason: 27, compare: 20, improve: 29, talk: 9, nothing: 3 } }],
    tilts: [
      { when: onlyApplied, times: { quick_no: 2, talk: 0.4 } },
      { when: interviewed, times: { improve: 1.2, talk: 1.5 } },
      { when: silent, times: { quick_no: 1.5 } },
      { when: aboutMe, times: { reason: 0.5, improve: 0.8, nothing: 4 } },
    ],
  },
];
