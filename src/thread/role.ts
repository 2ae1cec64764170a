/** The role that an author gives, which is not checked; `none` shows no badge. `people` are all who gave it. */
export const roles = [
  { code: 'job_seeker', label: 'Job seeker', people: 'Job seekers' },
  { code: 'recruiter', label: 'Recruiter', people: 'Recruiters' },
  { code: 'hiring_manager', label: 'Hiring manager', people: 'Hiring managers' },
  { code: 'other', label: 'Somebody else', people: 'Others' },
  { code: 'none', label: 'Rather not say', people: 'No role given' },
] as const;

/** Every role that a comment can be shown with: `site` is given by a moderator, to an answer of ours. */
export const shownRoles = [...roles, { code: 'site', label: 'This site', people: 'This site' }] as const;

export type Role = (typeof shownRoles)[number]['code'];
