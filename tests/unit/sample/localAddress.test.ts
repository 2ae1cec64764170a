import { expect, test } from 'vitest';
import { localAddress } from '../../../src/sample/localAddress.ts';

test.each([
  'http://localhost:54321',
  'http://127.0.0.1:4000',
  'http://127.9.9.9',
  'http://[::1]:4321',
  'http://site.localhost',
])('%s is on this machine', (address) => {
  expect(localAddress(address)).toBe(address);
});

test('a path behind it is dropped', () => {
  expect(localAddress('http://localhost:4321/rest/v1')).toBe('http://localhost:4321');
});

test.each([
  'https://abcdefgh.supabase.co',
  'http://127.0.0.1.example.com',
  'http://localhost.example.com',
  'http://localhost@example.com',
  'http://192.168.1.10:4321',
  'http://0.0.0.0:4321',
  'http://[fe80::1]',
])('%s may be another machine and is refused', (address) => {
  expect(() => localAddress(address)).toThrow(
    /^Made-up answers only ever go to a database on this machine, .*: unset it/,
  );
});

test.each(['', 'localhost:4321', 'not an address', 'ftp://localhost', 'file:///tmp'])(
  '%s is no address for this',
  (address) => {
    expect(() => localAddress(address)).toThrow(
      'which is not an address that begins with http:// or https://.',
    );
  },
);
