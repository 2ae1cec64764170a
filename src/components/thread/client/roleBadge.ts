import { shownRoles, type Role } from '../../../thread/role.ts';

/** The mark of each role, drawn in styles/actions.css: job seekers are round and employers are square, everywhere. */
const marks: Record<Role, 'seeker' | 'employer' | 'other' | 'site' | null> = {
  job_seeker: 'seeker',
  recruiter: 'employer',
  hiring_manager: 'employer',
  other: 'other',
  none: null,
  site: 'site',
};

/** The role that an author gave, as a mark and in words; null where they gave none. */
export function roleBadge(role: Role): HTMLElement | null {
  const mark = marks[role];
  const found = shownRoles.find(({ code }) => code === role);
  if (mark === null || found === undefined) return null;
  const badge = document.createElement('span');
  badge.className = `who who--${mark}`;
  badge.textContent = found.label;
  return badge;
}

/** Writes the role into the line above a comment, before the time where there is one. */
export function showRole(by: HTMLElement, role: Role): void {
  by.querySelector('.who')?.remove();
  const badge = roleBadge(role);
  if (badge !== null) by.insertBefore(badge, by.querySelector('time'));
}
