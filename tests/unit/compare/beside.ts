import { compare } from '../../../src/compare/compare.ts';
import type { Comparison } from '../../../src/compare/comparison.ts';
import { release as releaseSchema, type Release } from '../../../src/release/release.ts';
import type { Answers } from '../../../src/survey/answers.ts';
import type { SideId } from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { firstMonths } from '../../examples/firstMonths.ts';
import sampleRelease from '../../../src/content/releases/sample/release.json' with { type: 'json' };

/** People, the releases they are set beside, and what they read. */

export const madeUp = releaseSchema.parse(sampleRelease);
/** As if people had given its answers. */
export const sample: Release = { ...madeUp, made_up: false };
export const sides = ['job_seeker', 'employer'] as const;

export const beside = (release: Release, side: SideId, answers: Answers) =>
  compare({ release, questionnaire, host: 'nobutwhy.example' }, side, answers);

export function comparisons(side: SideId, answers: Answers, release = sample): readonly Comparison[] {
  const compared = beside(release, side, answers);
  if ('nothing' in compared) throw new Error(compared.nothing);
  return compared.comparisons;
}

export const turnedDown: Answers = {
  s_stage: 'int2',
  s_elapsed: 'm3_6',
  s_outcome: 'rejected_told',
  s_promised: 'late',
  s_time: 'd14',
  s_explanation: 'form',
  s_asked: 'no',
  s_clear: 'p1',
  s_confident: 'p2',
  s_hours: 12,
  s_wanted: 'reason',
};
export const silent: Answers = {
  s_stage: 'int2',
  s_elapsed: 'm3_6',
  s_outcome: 'silent',
  s_promised: 'broken',
  s_asked: 'noreply',
  s_clear: 'p1',
  s_confident: 'p4',
  s_hours: 20,
  s_wanted: 'quick_no',
};
export const recruiter: Answers = {
  e_role: 'recruiter_in',
  e_last: 'int2',
  e_known: 'written',
  e_time: 'd14',
  e_promised: 'none',
  e_explanation: 'generic',
  e_asked: 'vague',
};

export const months = firstMonths().map(({ release }) => release);

/** The release of 60 job seekers and 17 employers. */
const [first] = months;
if (first === undefined) throw new Error('Nothing was released.');
export const small: Release = first;
