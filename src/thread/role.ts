/** The role that an author gives, which is not checked; `none` shows no badge. */
export const roles = [
  { code: 'job_seeker', label: 'Job seeker' },
  { code: 'recruiter', label: 'Recruiter' },
  { code: 'hiring_manager', label: 'Hiring manager' },
  { code: 'other', label: 'Somebody else' },
  { code: 'none', label: 'Rather not say' },
] as const;

export type Role = (typeof roles)[number]['code'];
