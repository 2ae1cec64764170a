import { expect, test } from 'vitest';
import { headerFile, siteWide } from '../../../scripts/server/writeHeaderFile.ts';
import { isDemonstration } from '../../../src/release/demonstration.ts';

const SITE_URL = 'https://nobutwhy.example';
const files = ['/', '/about/', '/charts/outcome/', '/charts/outcome.png', '/data/', '/fragments/outcome/'];

test('only a public build that was told to shows made-up numbers as a demonstration', () => {
  expect(isDemonstration({ SITE_URL, SAMPLE: '1' })).toBe(true);
  for (const env of [{}, { SITE_URL }, { SAMPLE: '1' }, { SITE_URL, SAMPLE: '0' }, { SITE_URL, SAMPLE: '' }])
    expect(isDemonstration(env)).toBe(false);
});

test('a demonstration keeps search engines from every file, pictures and data included; no other site does', () => {
  const rules = (env: Record<string, string>) => headerFile(files, siteWide(env)).trim().split('\n\n');
  for (const rule of rules({ SITE_URL, SAMPLE: '1' })) expect(rule).toContain('\n  X-Robots-Tag: noindex');
  const listed = rules({ SITE_URL }).filter((rule) => !rule.includes('X-Robots-Tag'));
  expect(listed.map((rule) => rule.split('\n')[0])).not.toContain('/fragments/*');
  expect(listed.length).toBe(rules({ SITE_URL }).length - 1);
});
