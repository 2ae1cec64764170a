import type { Page } from 'playwright-core';

/**
 * The embedded server has no second factor. What a hosted one answers is made up here after the documentation of
 * Supabase Auth (https://supabase.com/docs/guides/auth/auth-mfa/totp), so this shows what the page does with such
 * answers and not that a real one gives them.
 */
export async function secondFactorAsked(page: Page, factors: object[]) {
  const state = { factors, code: '123456', isConfirmed: false, unenrolled: [] as string[] };
  await page.route('**/rpc/moderation_queue', (route) =>
    state.isConfirmed
      ? route.continue()
      : route.fulfill({ status: 403, json: { code: 'second_factor', message: 'A second factor.' } }),
  );
  await page.route('**/auth/v1/user', (route) =>
    route.fulfill({ json: { id: 'x', aud: 'authenticated', factors: state.factors } }),
  );
  await page.route('**/auth/v1/factors', (route) =>
    route.fulfill({
      json: {
        id: 'new',
        type: 'totp',
        totp: {
          qr_code: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>',
          secret: 'JBSWY3DPEHPK3PXP',
          uri: 'otpauth://totp/x',
        },
      },
    }),
  );
  await page.route('**/auth/v1/factors/*', (route) => {
    state.unenrolled.push(new URL(route.request().url()).pathname.split('/').at(-1) ?? '');
    return route.fulfill({ json: { id: 'old' } });
  });
  await page.route('**/auth/v1/factors/*/challenge', (route) =>
    route.fulfill({ json: { id: 'challenge', type: 'totp', expires_at: 9_999_999_999 } }),
  );
  await page.route('**/auth/v1/factors/*/verify', async (route) => {
    const { code } = route.request().postDataJSON() as { code: string };
    if (code !== state.code) {
      await route.fulfill({ status: 422, json: { code: 'mfa_verification_failed', message: 'Invalid' } });
      return;
    }
    state.isConfirmed = true;
    const session = await page.evaluate(() => sessionStorage.getItem('no-but-why-moderator') ?? '');
    await route.fulfill({ contentType: 'application/json', body: session });
  });
  return state;
}
