import { employer, toldAfterInterviews } from '../../examples/answers.ts';
import type { Chosen } from './surveyPage.ts';

/** A job seeker who was turned down after interviews and answers everything: all 16 questions. */
export const turnedDown: Chosen = {
  ...toldAfterInterviews,
  s_elapsed: 'm3_6',
  s_hours: 12,
  s_time: 'd14',
  s_explanation: 'form',
  s_asked: 'noreply',
  s_clear: 'p1',
  s_wanted: 'reason',
  industry: 'agriculture',
  seniority: 'pnts',
  region: 'ssa',
};

/** A recruiter who answers everything, with a stage at which nobody is told and one that does not exist. */
export const recruiter: Chosen = {
  ...employer,
  e_role: 'recruiter_in',
  e_told_applied: 'none',
  e_told_screened: 'na_stage',
  e_reason_applied: undefined,
  e_reason_screened: undefined,
  e_reason_interviewed: 'lt25',
  e_promised: 'late',
  e_asked: 'vague',
  e_barriers_conflict: 'yes',
  e_barriers_wording: 'no',
  e_wanted: 'quick_no',
  org_size: 's250_999',
  region: 'us',
};
