import { type Condition, is } from '../survey/condition.ts';
import { groupTendencies } from './groupTendencies.ts';
import { elapsed, eachApplication, sent } from './applicationTendencies.ts';
import { applications } from './histories.ts';
import type { Step } from './tendency.ts';

const interviewed = is('s_stage', 'int1', 'int2', 'int3');
const onlyApplied = is('s_stage', 'applied');
const silent = is('s_outcome', 'silent');
const aboutMe = is('s_explanation', 'specific', 'actionable');
const both = (...parts: Condition[]): Condition => ({ all: parts });

/** Made-up job seekers. The shares are set so that the sample’s charts look like something, not like a finding. */
export const jobSeekerTendencies: readonly Step[] = [
  ...groupTendencies,
  {
    about: 'pace',
    hidden: true,
    cases: [{ weights: { seldom: 26, monthly: 34, weekly: 24, often: 10, daily: 4, constantly: 2 } }],
  },
  {
    // Whether anybody ever invites this person: it is how some people come to describe an application.
    about: 'invited',
    hidden: true,
    cases: [{ weights: { never: 30, now_and_then: 70 } }],
    tilts: [
      { when: is('seniority', 'entry'), times: { never: 1.4 } },
      { when: is('seniority', 'senior', 'manager', 'exec'), times: { never: 0.7 } },
    ],
  },
  applications(...eachApplication),
  elapsed,
  sent,
  {
    // People guess in fives and tens; the heaps stay (protocol 2.3).
    about: 's_hours',
    cases: [
      {
        when: onlyApplied,
        weights: { 0: 2, 1: 30, 2: 26, 3: 14, 4: 9, 5: 8, 6: 3, 8: 3, 10: 4, 15: 1, 20: 1, 120: 0.6 },
      },
      {
        when: is('s_stage', 'screened'),
        weights: { 2: 9, 3: 14, 4: 15, 5: 18, 6: 10, 8: 11, 10: 13, 12: 4, 15: 4, 20: 4, 30: 1 },
      },
      {
        when: is('s_stage', 'int1'),
        weights: { 3: 6, 4: 9, 5: 16, 6: 13, 8: 15, 10: 19, 12: 8, 15: 7, 20: 6, 25: 2, 30: 1 },
      },
      {
        when: is('s_stage', 'int2'),
        weights: {
          0: 0.6,
          5: 5,
          6: 4,
          8: 11,
          10: 20,
          12: 13,
          15: 17,
          18: 4,
          20: 15,
          25: 5,
          30: 5,
          40: 3,
          60: 1,
        },
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
      // Nobody is told later than now.
      { when: is('ago', 'd45_90'), times: { d90: 0.5, gt90: 0 } },
    ],
    missing: { dk: 0.02, pnts: 0.004, blank: 0.01 },
  },
  {
    about: 's_channel',
    cases: [
      { when: onlyApplied, weights: { agency: 4, call: 1, personal: 5, auto: 63, account: 26, other: 1 } },
      { when: interviewed, weights: { agency: 9, call: 17, personal: 25, auto: 35, account: 12, other: 2 } },
      { weights: { agency: 11, call: 7, personal: 14, auto: 49, account: 18, other: 1 } },
    ],
    tilts: [
      { when: is('care', 'much'), times: { call: 1.8, personal: 1.5, auto: 0.6 } },
      { when: is('care', 'little'), times: { call: 0.5, personal: 0.6, account: 1.4 } },
    ],
  },
  {
    about: 's_explanation',
    cases: [
      { when: onlyApplied, weights: { form: 68, generic: 23, specific: 6, actionable: 3 } },
      { when: interviewed, weights: { form: 45, generic: 32, specific: 15, actionable: 8 } },
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
    about: 's_confident',
    cases: [
      { when: silent, weights: { p1: 32, p2: 36, p3: 21, p4: 7, p5: 4 } },
      { when: is('s_explanation', 'form'), weights: { p1: 19, p2: 34, p3: 30, p4: 12, p5: 5 } },
      { when: is('s_explanation', 'generic'), weights: { p1: 15, p2: 30, p3: 32, p4: 15, p5: 8 } },
      { when: is('s_explanation', 'specific'), weights: { p1: 8, p2: 18, p3: 32, p4: 28, p5: 14 } },
      { weights: { p1: 6, p2: 14, p3: 29, p4: 33, p5: 18 } },
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
      { weights: { p1: 4, p2: 8, p3: 20, p4: 40, p5: 28 } },
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
  {
    about: 's_only_applied',
    cases: [
      { when: is('other_application', 'told'), weights: { reason: 5, told: 92, no: 3 } },
      { when: is('other_application', 'untold'), weights: { told: 2, no: 98 } },
      { when: is('other_application', 'ended'), weights: { other: 1 } },
      { weights: { none: 1 } },
    ],
    missing: { dk: 0.05, pnts: 0.01, blank: 0.03 },
  },
];
