/** Who somebody says they are. Nobody checks; `none` is for who would rather not say, and shows no badge. */
export const roles = [
  { code: 'job_seeker', label: 'Job seeker' },
  { code: 'recruiter', label: 'Recruiter' },
  { code: 'hiring_manager', label: 'Hiring manager' },
  { code: 'other', label: 'Somebody else' },
  { code: 'none', label: 'Rather not say' },
] as const;

export type Role = (typeof roles)[number]['code'];
