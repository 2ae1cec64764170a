import type { Page, Route } from 'playwright-core';

/**
 * Answers a page’s next requests for an address in the server’s place, `times` of them or until told to stop. The route
 * itself stays until the page closes, because a request that begins while Playwright takes the last route off is never
 * sent and hangs (https://github.com/microsoft/playwright/issues/41802).
 * @returns stops it
 */
export async function intercept(
  page: Page,
  address: string | RegExp,
  answer: (route: Route) => Promise<void>,
  times = Infinity,
): Promise<() => void> {
  let left = times;
  await page.route(address, (route) => {
    if (left <= 0) return route.fallback();
    left -= 1;
    return answer(route);
  });
  return () => {
    left = 0;
  };
}
