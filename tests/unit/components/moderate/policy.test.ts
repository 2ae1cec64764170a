import { expect, test } from 'vitest';
import { policyOfPage } from '../../../../src/components/moderate/policy.ts';

const directive = (policy: string, name: string) =>
  policy.split('; ').find((one) => one.startsWith(`${name} `));

test('the page may call the server it came from, or the one project it was built for and not both', () => {
  expect(directive(policyOfPage(undefined), 'connect-src')).toBe("connect-src 'self'");
  expect(directive(policyOfPage('https://project.supabase.co/'), 'connect-src')).toBe(
    'connect-src https://project.supabase.co',
  );
});

test('an address that is none stops the build, where it would leave a page that can call nobody', () => {
  expect(() => policyOfPage('project.supabase.co')).toThrow();
});

test('no script stands in the page, and no text becomes one', () => {
  const policy = policyOfPage(undefined);
  expect(directive(policy, 'script-src')).toBe("script-src 'self'");
  expect(directive(policy, 'require-trusted-types-for')).toBe("require-trusted-types-for 'script'");
  expect(directive(policy, 'trusted-types')).toBe("trusted-types 'none'");
  expect(policy).not.toMatch(/unsafe|\*/);
});
