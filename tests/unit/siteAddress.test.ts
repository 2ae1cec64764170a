import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathInSite, siteAddress } from '../../scripts/build/siteAddress.ts';
import { addressIn, isLoopback, withoutScheme } from '../../src/address.ts';

const addressOf = (SITE_URL?: string): string => siteAddress({ SITE_URL }).href;

describe('the address of the site', () => {
  test.each([
    [undefined, 'https://nobutwhy.example/'],
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/', 'https://example.org/'],
    ['https://someone.github.io/why', 'https://someone.github.io/why/'],
    ['https://someone.github.io/No-But_Why.2/', 'https://someone.github.io/No-But_Why.2/'],
    ['http://localhost:4321/a/b', 'http://localhost:4321/a/b/'],
  ])('%s is %s', (given, address) => {
    expect(addressOf(given)).toBe(address);
  });

  test.each(['nobutwhy', 'research.acme.org', '', 'ftp://example.org', 'javascript:alert(1)'])(
    'is not “%s”, which is said in one sentence',
    (given) => {
      expect(() => addressOf(given)).toThrow(
        `SITE_URL is “${given}”, which is no address: write it whole, such as https://`,
      );
    },
  );

  test.each([
    'https://example.org/?a',
    'https://example.org/#a',
    'https://me:secret@example.org/',
    'https://example.org/with space/',
    'https://example.org/grün/',
    'https://example.org/a//b/',
    'https://example.org/%2e%2e%2f/',
  ])('holds no more than host and folder, unlike %s', (given) => {
    expect(() => addressOf(given)).toThrow(/^SITE_URL is “.*”: leave only the host/);
  });
});

test('a path is in every site where its address says, and nowhere beside it', () => {
  const segment = fc.stringMatching(/^[A-Za-z0-9_~-]{1,8}$/);
  fc.assert(
    fc.property(
      fc.array(segment, { maxLength: 3 }),
      fc.array(segment, { maxLength: 3 }),
      (folders, parts) => {
        const site = siteAddress({ SITE_URL: ['https://example.org', ...folders].join('/') });
        const path = `/${parts.map((part) => `${part}/`).join('')}` as const;
        const address = new URL(addressIn(site, path));
        expect(address.href).toBe(['https://example.org', ...folders, ...parts, ''].join('/'));
        expect(pathInSite(site.pathname, address.pathname)).toBe(path);
        expect(withoutScheme(address)).toBe(['example.org', ...folders, ...parts].join('/'));
        if (site.pathname !== '/') expect(pathInSite(site.pathname, '/beside/it/')).toBeUndefined();
      },
    ),
  );
});

test.each([
  ['http://localhost:54321', true],
  ['http://127.9.9.9', true],
  ['http://[::1]:4321', true],
  ['http://site.localhost', true],
  ['http://127.0.0.1.example.com', false],
  ['http://localhost.example.com', false],
  ['http://localhost@example.com', false],
  ['http://192.168.1.10:4321', false],
  ['http://0.0.0.0:4321', false],
  ['http://[fe80::1]', false],
])('whether %s is this machine alone: %s', (address, isHere) => {
  expect(isLoopback(new URL(address))).toBe(isHere);
});
