import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { controller } from '../../src/controller.ts';
import { testSite } from './harness/testSite.ts';

const day = 24 * 60 * 60 * 1000;

test('security.txt names the one contact, and is current for at least 300 days and less than a year (RFC 9116)', () => {
  const text = readFileSync(join(testSite, '.well-known/security.txt'), 'utf8');
  const fields = Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => line.split(/: (.*)/s, 2)),
  ) as Record<string, string>;
  expect(fields).toEqual({
    Contact: `mailto:${controller.contact}`,
    Expires: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/) as string,
    'Preferred-Languages': 'en',
    Canonical: 'https://nobutwhy.example/.well-known/security.txt',
  });
  const days = (Date.parse(fields.Expires ?? '') - Date.now()) / day;
  expect(days).toBeGreaterThan(300);
  expect(days).toBeLessThan(365);
});
