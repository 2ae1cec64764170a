import { expect, test } from 'vitest';
import { proofTimes, untilSolved } from '../../../src/browser/proofTimes.ts';
import { longest, solve } from '../../../src/browser/solver.ts';

test('only differences between the server’s times are used, so a wrong clock does no harm', () => {
  for (const iat of [0, 1_764_000_000, 9_999_999_999])
    expect(proofTimes({ expiresAt: iat + 600, data: { iat, nbf: iat + 4 } }, 1_000, 2_000)).toEqual({
      from: 6_000,
      until: 571_000,
    });
});

test('a challenge without times can be used at once and never later', () => {
  expect(proofTimes({}, 1_000, 2_000)).toEqual({ from: 2_000, until: 1_000 });
  expect(proofTimes({ expiresAt: 5, data: { iat: 'now', nbf: null } }, 1_000, 2_000)).toEqual({
    from: 2_000,
    until: 1_000,
  });
});

test('a solver gives up before its worker counts as silent, so that what a person is told of the end holds', () => {
  expect(longest).toBeLessThan(untilSolved);
});

test('a solver ends when it is told to, having found nothing', { timeout: longest / 4 }, async () => {
  // No key begins with these sixteen bytes.
  const parameters = {
    algorithm: 'PBKDF2/SHA-256',
    nonce: '00',
    salt: '00',
    cost: 1,
    keyLength: 32,
    keyPrefix: 'ff'.repeat(16),
  };
  const ending = new AbortController();
  const solution = solve({ parameters, signature: '00' }, ending.signal);
  ending.abort();
  expect(await solution).toBeNull();
});
