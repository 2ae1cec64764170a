import { findAll } from '../../../browser/find.ts';

/** Marks the one button that is chosen among those for an order, or for a role. */
export function markPressed(section: HTMLElement, group: 'order' | 'only', chosen: string): void {
  for (const button of findAll(section, `[data-${group}]`))
    button.setAttribute('aria-pressed', String(button.dataset[group] === chosen));
}
