import type { Role } from '../../../thread/role.ts';
import { roleBadge } from './roleBadge.ts';

/** Writes who somebody says they are into the line above a comment, before the time where there is one. */
export function showRole(by: HTMLElement, role: Role): void {
  by.querySelector('.who')?.remove();
  const badge = roleBadge(role);
  if (badge !== null) by.insertBefore(badge, by.querySelector('time'));
}
