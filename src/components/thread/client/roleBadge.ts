import { roles, type Role } from '../../../thread/role.ts';

/** The mark of each role, drawn in styles/actions.css: job seekers are round and employers are square, everywhere. */
const marks: Record<Role, 'seeker' | 'employer' | 'other' | null> = {
  job_seeker: 'seeker',
  recruiter: 'employer',
  hiring_manager: 'employer',
  other: 'other',
  none: null,
};

/** Who somebody says they are, as a mark and in words; null for who would rather not say. */
export function roleBadge(role: Role): HTMLElement | null {
  const mark = marks[role];
  const found = roles.find(({ code }) => code === role);
  if (mark === null || found === undefined) return null;
  const badge = document.createElement('span');
  badge.className = `who who--${mark}`;
  badge.textContent = found.label;
  return badge;
}
