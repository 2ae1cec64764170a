import { expect, test } from 'vitest';
import { policyOfPage } from '../../../../src/components/moderate/policy.ts';

const directive = (policy: string, name: string) =>
  policy.split('; ').find((one) => one.startsWith(`${name} `));

test('the page may call the server it came from, and the one project it was built for', () => {
  expect(directive(policyOfPage(undefined), 'connect-src')).toBe("connect-src 'self'");
  expect(directive(policyOfPage('https://project.supabase.co/'), 'connect-src')).toBe(
    "connect-src 'self' https://project.supabase.co",
  );
});

test('an invalid address stops the build, because the page could call no server', () => {
  expect(() => policyOfPage('project.supabase.co')).toThrow();
});

test('inline scripts are refused, and no text becomes a script', () => {
  const policy = policyOfPage(undefined);
  expect(directive(policy, 'script-src')).toBe("script-src 'self'");
  expect(directive(policy, 'require-trusted-types-for')).toBe("require-trusted-types-for 'script'");
  expect(directive(policy, 'trusted-types')).toBe("trusted-types 'none'");
  expect(policy).not.toMatch(/unsafe|\*/);
});
