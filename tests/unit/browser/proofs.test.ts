import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { proofs } from '../../../src/browser/proofs.ts';
import { solveInWorker } from '../../../src/browser/solveInWorker.ts';

vi.mock('../../../src/browser/solveInWorker.ts', () => ({ solveInWorker: vi.fn() }));
const solve = vi.mocked(solveInWorker);

const challenge = {
  parameters: {
    algorithm: 'PBKDF2/SHA-256',
    nonce: '00',
    salt: '00',
    cost: 1,
    keyLength: 32,
    keyPrefix: '00',
    keySignature: '00',
    expiresAt: 1_600,
    data: { purpose: 'response', iat: 1_000, nbf: 1_000 },
  },
  signature: '00',
};

const answerWith = (body: unknown, status = 200): void => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body, { status })));
};

const logged = vi.spyOn(console, 'error');
beforeEach(() => {
  logged.mockReset().mockImplementation(() => undefined);
  solve.mockReset();
  vi.stubGlobal('location', { origin: 'https://site.example' });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('a challenge reaches the solver with everything that the server signed', async () => {
  const signed = { ...challenge, parameters: { ...challenge.parameters, newer: 1 } };
  answerWith(signed);
  const payload = { challenge: signed, solution: { counter: 1, derivedKey: '00' } };
  solve.mockResolvedValue(payload);
  expect(await proofs('response', () => '').get()).toEqual(payload);
  expect(solve).toHaveBeenCalledWith(signed);
});

test('a refusal waits as long as the server asks', async () => {
  answerWith({ code: 'too_many', message: 'A sentence.', retry_after: 40 }, 429);
  expect(await proofs('response', () => '').get()).toEqual({
    status: 'later',
    sentence: 'A sentence.',
    seconds: 40,
  });
});

test('without a connection, and without a solution in time, it is for later', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
  expect(await proofs('response', () => '').get()).toEqual({ status: 'later' });
  answerWith(challenge);
  solve.mockResolvedValue(null);
  expect(await proofs('response', () => '').get()).toEqual({ status: 'later' });
  expect(logged).not.toHaveBeenCalled();
});

test('a challenge that is none, and a solver that fails, are defects', async () => {
  answerWith({ parameters: {}, signature: '00' });
  expect(await proofs('response', () => '').get()).toEqual({ status: 'defect' });
  answerWith(challenge);
  solve.mockRejectedValue(new Error('The solver failed: ours'));
  expect(await proofs('response', () => '').get()).toEqual({ status: 'defect' });
  expect(logged).toHaveBeenCalled();
});
