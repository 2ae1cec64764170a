import type { ThreadPage } from '../../../thread/page.ts';
import { roles } from '../../../thread/role.ts';
import { find } from '../../../browser/find.ts';
import { roleBadge } from './roleBadge.ts';

/** Says beside the discussion how many of the comments each role has written. */
export function showSoFar(section: HTMLElement, counts: ThreadPage['counts']): void {
  const rows = roles.flatMap(({ code }) => {
    const n = counts[code];
    if (n === undefined) return [];
    const name = document.createElement('dt');
    name.append(roleBadge(code) ?? 'No role given');
    const value = document.createElement('dd');
    value.textContent = n.toLocaleString('en-GB');
    return [name, value];
  });
  find(section, '[data-so-far]').hidden = rows.length === 0;
  find(section, '[data-so-far-list]').replaceChildren(...rows);
}
