import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2 up to AA, as axe names it. https://www.deque.com/axe/core-documentation/api-documentation/#axecore-tags */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong on the page as it stands, one sentence for each element. An empty list is what we want. */
export async function violations(page: Page): Promise<string[]> {
  // A colour on its way from one to the other is none that anybody reads.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const results = await new AxeBuilder({ page }).withTags(tags).analyze();
  return results.violations.flatMap(({ id, help, helpUrl, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const summary = (failureSummary ?? '').replace(/\s+/g, ' ');
      return `${id}: ${help}. At ${target.flat().join(' ')}. ${summary} ${helpUrl}`;
    }),
  );
}
