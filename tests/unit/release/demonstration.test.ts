import { expect, test } from 'vitest';
import { hostRules, siteWide } from '../../../scripts/hosts/hostRules.ts';
import { isDemonstration } from '../../../src/release/demonstration.ts';

const SITE_URL = 'https://nobutwhy.example';
const files = ['/', '/about/', '/charts/outcome/', '/charts/outcome.png', '/data/', '/fragments/outcome/'];

test('only a public build that was told to shows made-up numbers as a demonstration', () => {
  expect(isDemonstration({ SITE_URL, SAMPLE: '1' })).toBe(true);
  const elsewhere = { PUBLIC_SUPABASE_URL: 'https://a.supabase.co' };
  expect(isDemonstration({ ...elsewhere, SAMPLE: '1' })).toBe(true);
  for (const env of [
    {},
    { SITE_URL },
    elsewhere,
    { SAMPLE: '1' },
    { SITE_URL, SAMPLE: '0' },
    { SITE_URL, SAMPLE: '' },
  ])
    expect(isDemonstration(env)).toBe(false);
});

test('a demonstration keeps search engines from every file, pictures and data included; no other site does', () => {
  const hidden = (env: Record<string, string>) =>
    hostRules(files, siteWide('/', env)).flatMap(({ path, headers }) =>
      headers['X-Robots-Tag'] === 'noindex' ? [path] : [],
    );
  expect(hidden({ SITE_URL, SAMPLE: '1' })).toEqual(['/*']);
  expect(hidden({ SITE_URL })).toEqual(['/fragments/*']);
});
