import type { Page } from 'playwright-core';

/**
 * Serves embeds to this page without their header policy. Axe waits on timers, and a sandboxed page has none, so it would
 * wait for ever; the policy itself is tested in embed.test.ts, with it on.
 */
export async function withoutSandbox(page: Page): Promise<void> {
  await page.route('**/embed/**', async (route) => {
    const response = await route.fetch();
    const headers = Object.entries(response.headers()).filter(([name]) => name !== 'content-security-policy');
    await route.fulfill({ response, headers: Object.fromEntries(headers) });
  });
}
