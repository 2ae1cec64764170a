import type { Tendency } from './tendency.ts';
import { is } from '../survey/condition.ts';

/** How the employer treats people who apply: never asked, but every tendency about a process depends on it. */
const care: Tendency = {
  about: 'care',
  hidden: true,
  cases: [{ weights: { little: 35, some: 45, much: 20 } }],
  tilts: [
    { when: is('org_size', 's1_9', 's10_24'), times: { much: 1.3 } },
    { when: is('industry', 'retail_hospitality', 'tech'), times: { little: 1.2 } },
    { when: is('industry', 'nonprofit', 'education', 'public'), times: { little: 0.7, much: 1.2 } },
    { when: is('region', 'ca'), times: { little: 0.8 } },
  ],
};

/** How far one application gets; most get nowhere, and those of people who send many less often still. */
const stage: Tendency = {
  about: 's_stage',
  cases: [
    { when: is('invited', 'never'), weights: { applied: 78, screened: 22, int1: 0, int2: 0, int3: 0 } },
    {
      when: is('pace', 'seldom', 'monthly'),
      weights: { applied: 50, screened: 12, int1: 16, int2: 13, int3: 9 },
    },
    { weights: { applied: 86, screened: 6, int1: 4, int2: 3, int3: 1.5 } },
  ],
  tilts: [
    { when: is('seniority', 'entry'), times: { int3: 0.5 } },
    { when: is('seniority', 'senior', 'manager', 'exec'), times: { int2: 1.2, int3: 1.7 } },
    { when: is('org_size', 's1_9', 's10_24'), times: { screened: 0.6, int1: 1.4, int3: 0.5 } },
  ],
};

/** How one application ends. It is drawn for all, so that a frame that looked at it would show in the sample. */
const result: Tendency = {
  about: 's_outcome',
  cases: [
    {
      when: is('s_stage', 'applied'),
      weights: { rejected_told: 30, silent: 58, open: 3, cancelled: 3, withdrew: 2.5, offered: 1 },
    },
    {
      when: is('s_stage', 'int1', 'int2', 'int3'),
      weights: { rejected_told: 44, silent: 26, open: 3, cancelled: 4, withdrew: 7, offered: 15 },
    },
    { weights: { rejected_told: 40, silent: 42, open: 3, cancelled: 3, withdrew: 7, offered: 4 } },
  ],
  tilts: [
    { when: is('care', 'little'), times: { silent: 1.35, rejected_told: 0.8 } },
    { when: is('care', 'much'), times: { silent: 0.6, rejected_told: 1.2 } },
    { when: is('pace', 'often', 'daily', 'constantly'), times: { silent: 1.3 } },
  ],
};

/** What is drawn for each application of a job seeker, described or not. */
export const eachApplication: readonly Tendency[] = [care, stage, result];

/** The answers about three months: what is true, and for a few the one beside it. */
export const sent: Tendency = {
  about: 's_sent',
  cases: [
    { when: is('lately', 'none'), weights: { none: 96, a1_5: 4 } },
    { when: is('lately', 'a1_5'), weights: { none: 2, a1_5: 93, a6_20: 5 } },
    { when: is('lately', 'a6_20'), weights: { a1_5: 7, a6_20: 88, a21_50: 5 } },
    { when: is('lately', 'a21_50'), weights: { a6_20: 9, a21_50: 85, a51_100: 6 } },
    { when: is('lately', 'a51_100'), weights: { a21_50: 10, a51_100: 85, a100p: 5 } },
    { weights: { a51_100: 12, a100p: 88 } },
  ],
};

/** Most say when; the longer ago, the more say only that it was long enough ago. */
export const elapsed: Tendency = {
  about: 's_elapsed',
  cases: [
    { when: is('ago', 'd45_90'), weights: { d45_90: 95, m3_6: 1, ge45: 4 } },
    { when: is('ago', 'm3_6'), weights: { d45_90: 1, m3_6: 92, ge45: 7 } },
    { when: is('ago', 'm6_12'), weights: { m3_6: 2, m6_12: 90, ge45: 8 } },
    { weights: { m6_12: 3, y1_2: 88, ge45: 9 } },
  ],
  missing: { dk: 0.02, pnts: 0.006, blank: 0.008 },
};
