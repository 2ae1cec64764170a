import type { Tendency } from './tendency.ts';
import { is } from '../survey/condition.ts';

/**
 * Where and for whom made-up people work, the same on both sides: a few large fields and regions, and a tail of groups
 * too small to be published, because that is what the disclosure rules are for.
 */
export const groupTendencies: readonly Tendency[] = [
  {
    about: 'industry',
    cases: [
      {
        weights: {
          tech: 240,
          finance: 115,
          health: 110,
          education: 80,
          public: 75,
          manufacturing: 60,
          construction: 26,
          retail_hospitality: 85,
          transport: 30,
          professional: 95,
          media_arts: 45,
          nonprofit: 32,
          agriculture: 5,
          other: 38,
        },
      },
    ],
    missing: { dk: 0.008, pnts: 0.02, blank: 0.012 },
  },
  {
    about: 'org_size',
    cases: [{ weights: { s1_9: 60, s10_24: 80, s25_49: 90, s50_249: 220, s250_999: 200, s1000p: 350 } }],
    tilts: [
      {
        when: is('industry', 'construction', 'agriculture', 'media_arts'),
        times: { s1_9: 3, s10_24: 2, s1000p: 0.4 },
      },
      { when: is('industry', 'public', 'finance', 'health'), times: { s1_9: 0.3, s10_24: 0.5, s1000p: 1.5 } },
    ],
    missing: { dk: 0.05, pnts: 0.015, blank: 0.012 },
  },
  {
    about: 'seniority',
    cases: [{ weights: { entry: 280, mid: 360, senior: 210, manager: 110, exec: 40 } }],
    tilts: [{ when: is('industry', 'retail_hospitality', 'transport'), times: { entry: 1.8, senior: 0.5 } }],
  },
  {
    about: 'region',
    cases: [
      {
        weights: {
          us: 460,
          ca: 95,
          uk_ie: 150,
          eu_eea_ch: 140,
          europe_other: 15,
          in: 55,
          asia_other: 26,
          anz: 36,
          latam: 14,
          mena: 6,
          ssa: 5,
        },
      },
    ],
    missing: { pnts: 0.02, blank: 0.012 },
  },
];
