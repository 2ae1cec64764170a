import type { SideId } from '../survey/question.ts';

/** How the sides are called in pictures and tables. */
export const sideNames: Readonly<Record<SideId, string>> = {
  job_seeker: 'Job seekers',
  employer: 'Employers',
};
