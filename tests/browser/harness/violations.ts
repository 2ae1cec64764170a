import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2 up to AA, as axe names it. https://www.deque.com/axe/core-documentation/api-documentation/#axecore-tags */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Those of them that read a colour: all that a page can break in one theme and keep in the other. Axe’s category `color`. */
export const colourRules = ['color-contrast', 'link-in-text-block'] as const;

/**
 * What axe finds wrong on the page as it stands, one sentence for each element. An empty list is what we want.
 * @param rules some rules only, instead of all
 */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // A font that arrives while axe measures moves one of two neighbours, which then seems to lie over the other.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // Wait for transitions to end, or axe measures the contrast of a colour half way.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  // Of what passes it would otherwise list every element, a third of its work on a long page.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  // Outside legacy mode axe opens a second page to merge the results of frames; a page without frames can skip it.
  axe.setLegacyMode(page.frames().length === 1);
  const results = await (rules === undefined ? axe.withTags(tags) : axe.withRules([...rules])).analyze();
  return results.violations.flatMap(({ id, help, helpUrl, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const summary = (failureSummary ?? '').replace(/\s+/g, ' ');
      return `${id}: ${help}. At ${target.flat().join(' ')}. ${summary} ${helpUrl}`;
    }),
  );
}
