import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { call, from, type Caller } from './harness/call.ts';
import type { Database } from './harness/database.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { challengeFor, proofFor, signed, type Parameters, type Proof } from './harness/proof.ts';
import { expectRefused, refusalsOf, stored } from './harness/refusals.ts';
import { openDoors, set, submissionOf } from './harness/submission.ts';
import { untilAsleep } from './harness/untilAsleep.ts';

const send = (
  database: Database,
  proof: unknown,
  { submission = submissionOf(), caller }: { submission?: unknown; caller?: Caller } = {},
) => call(database, 'submit_response', { submission, proof, trap: '' }, caller);

/** The same proof with other parameters; the signature stays, as only the database can make one. */
const withParameters = (
  proof: Proof,
  changes: Partial<Record<keyof Parameters, unknown>> & Record<string, unknown>,
) => ({
  ...proof,
  challenge: { ...proof.challenge, parameters: { ...proof.challenge.parameters, ...changes } },
});

const withSignature = (proof: Proof, signature: unknown) => ({
  ...proof,
  challenge: { ...proof.challenge, signature },
});

const withSolution = (proof: Proof, changes: Record<string, unknown>) => ({
  ...proof,
  solution: { ...proof.solution, ...changes },
});

/** The same proof over a challenge that the database signed with other parameters. */
const resigned = async (database: Database, proof: Proof, changes: Partial<Parameters>): Promise<Proof> => ({
  ...proof,
  challenge: await signed(database, { ...proof.challenge.parameters, ...changes }),
});

const parametersOf = ({ challenge }: Proof): Parameters => challenge.parameters;
const dataOf = (proof: Proof, changes: Partial<Parameters['data']>) => ({
  data: { ...parametersOf(proof).data, ...changes },
});
const seconds = (): number => Math.floor(Date.now() / 1000);

/** What an attacker would try, by the code that each attempt is refused with. */
const tampering: Record<
  string,
  Record<string, (proof: Proof, other: Proof, database: Database) => unknown>
> = {
  proof_missing: {
    'no proof': () => undefined,
    'a proof that is null': () => null,
    'an empty proof': () => ({}),
    'a proof in a list': (proof) => [proof],
    'a proof in a string': (proof) => JSON.stringify(proof),
    'a number for a proof': () => 7,
    'a challenge without parameters': ({ solution }) => ({ challenge: {}, solution }),
  },
  proof_not_valid: {
    'parameters that are null': (proof) => ({
      ...proof,
      challenge: { ...proof.challenge, parameters: null },
    }),
    'no signature': (proof) => withSignature(proof, undefined),
    'a made-up signature': (proof) => withSignature(proof, 'ab'.repeat(32)),
    'the signature in capitals': (proof) => withSignature(proof, proof.challenge.signature.toUpperCase()),
    'a signature that is a list': (proof) => withSignature(proof, [proof.challenge.signature]),
    'the signature of another challenge': (proof, other) => withSignature(proof, other.challenge.signature),
    'one iteration': (proof) => withParameters(proof, { cost: 1 }),
    'a prefix of one digit': (proof) =>
      withParameters(proof, { keyPrefix: parametersOf(proof).keyPrefix.slice(0, 1) }),
    'an empty prefix': (proof) => withParameters(proof, { keyPrefix: '' }),
    'another algorithm': (proof) => withParameters(proof, { algorithm: 'SHA-256' }),
    'another salt': (proof, other) => withParameters(proof, { salt: parametersOf(other).salt }),
    'another nonce': (proof, other) => withParameters(proof, { nonce: parametersOf(other).nonce }),
    'another signature of the key': (proof, other) =>
      withParameters(proof, { keySignature: parametersOf(other).keySignature }),
    'a longer life': (proof) => withParameters(proof, { expiresAt: parametersOf(proof).expiresAt + 3600 }),
    'an earlier beginning': (proof) => withParameters(proof, dataOf(proof, { nbf: 0 })),
    'another purpose': (proof) => withParameters(proof, dataOf(proof, { purpose: 'comment' })),
    'a parameter too many': (proof) => withParameters(proof, { parallelism: 1 }),
    'a parameter too few': (proof) => withParameters(proof, { keyLength: undefined }),
    'a number as text': (proof) =>
      withParameters(proof, { expiresAt: String(parametersOf(proof).expiresAt) }),
    'a signed challenge of another purpose': (proof, _, database) =>
      resigned(database, proof, dataOf(proof, { purpose: 'comment' })),
    'the solution of another challenge': (proof, other) => ({ ...proof, solution: other.solution }),
    'no solution': ({ challenge }) => ({ challenge }),
    'a solution that is null': (proof) => ({ ...proof, solution: null }),
    'a wrong counter': (proof) => withSolution(proof, { counter: proof.solution.counter + 1 }),
    'a negative counter': (proof) => withSolution(proof, { counter: -1 }),
    'a counter beyond 32 bits': (proof) => withSolution(proof, { counter: proof.solution.counter + 2 ** 32 }),
    'a counter beyond all numbers': (proof) => withSolution(proof, { counter: 1e300 }),
    'a counter as text': (proof) => withSolution(proof, { counter: String(proof.solution.counter) }),
    'a counter in a list': (proof) => withSolution(proof, { counter: [proof.solution.counter] }),
    'a wrong key': (proof) => withSolution(proof, { derivedKey: 'cd'.repeat(32) }),
    'the half of the key that everybody knows': (proof) =>
      withSolution(proof, { derivedKey: parametersOf(proof).keyPrefix }),
    'the key in capitals': (proof) =>
      withSolution(proof, { derivedKey: proof.solution.derivedKey.toUpperCase() }),
    'a key that is null': (proof) => withSolution(proof, { derivedKey: null }),
    'a key of twelve kilobytes': (proof) => withSolution(proof, { derivedKey: 'f'.repeat(12_000) }),
  },
  proof_expired: {
    'a proof that is too old': (proof, _, database) =>
      resigned(database, proof, { expiresAt: seconds() - 1 }),
  },
  too_soon: {
    'a proof that comes too soon': (proof, _, database) =>
      resigned(database, proof, dataOf(proof, { nbf: seconds() + 4 })),
  },
};
const attempts = Object.entries(tampering).flatMap(([code, ways]) =>
  Object.entries(ways).map(([name, tamper]) => [name, code, tamper] as const),
);

onEveryDatabase('explicit grants', (database) => {
  beforeEach(() => openDoors(database()));

  test('the key is the one that the standard defines', async () => {
    for (let n = 1; n <= 20; n += 1) {
      const [password, salt] = [randomBytes(20), randomBytes(16)];
      const [row] = await database().sql(
        `select encode(private.pbkdf2(decode($1, 'hex'), decode($2, 'hex'), $3), 'hex') as key`,
        [password.toString('hex'), salt.toString('hex'), n * n],
      );
      expect(row?.key).toBe(pbkdf2Sync(password, salt, n * n, 32, 'sha256').toString('hex'));
    }
  });

  test('the official solver solves what a deployment gives out, and the database takes the result', async () => {
    await set(database(), { pow_cost: 1000, pow_counters: 3000 });
    const challenge = await challengeFor(database());
    const solution = await solveChallenge({ challenge, deriveKey });
    expect(solution?.counter).toBeLessThan(3000);
    // The solution is sent as JSON, including the solver’s own time.
    expect(await send(database(), { challenge, solution })).toEqual({
      status: 200,
      body: { status: 'stored' },
      headers: {},
    });
  });

  test.each(attempts)('%s is refused and counted (T6)', async (_, code, tamper) => {
    await set(database(), { pow_cost: 3, pow_counters: 50 });
    const proof = await proofFor(database());
    const tampered = await tamper(proof, await proofFor(database()), database());
    const before = { kept: await stored(database()), d1: (await refusalsOf(database()))['response D1'] ?? 0 };
    expect(expectRefused(await send(database(), tampered)).code).toBe(code);
    expect({ kept: await stored(database()), d1: (await refusalsOf(database()))['response D1'] }).toEqual({
      ...before,
      d1: before.d1 + 1,
    });
    // The untampered proof is accepted: it was valid, and the refused attempt did not spend it.
    expect(await send(database(), proof)).toMatchObject({ status: 200 });
  });

  test('a proof that comes too soon is told how long to wait', async () => {
    await set(database(), { minimum_seconds: 300 });
    const answer = await send(database(), await proofFor(database()));
    expect(answer.status).toBe(429);
    const seconds = Number(answer.headers['Retry-After']);
    expect(seconds).toBeGreaterThan(240);
    expect(seconds).toBeLessThanOrEqual(301);
    expect(answer.body).toMatchObject({ code: 'too_soon', retry_after: seconds });
  });

  test('a proof is good once, also from another network', async () => {
    const proof = await proofFor(database());
    expect(await send(database(), proof)).toMatchObject({ status: 200 });
    const again = await send(database(), proof, { caller: from('198.51.100.9') });
    expect(expectRefused(again)).toMatchObject({ status: 400, code: 'proof_used' });
  });

  test('forty different responses at once with one proof: one is taken (T7)', async () => {
    const proof = await proofFor(database());
    const before = await stored(database());
    const used = (await refusalsOf(database()))['response D1'] ?? 0;
    const answers = await Promise.all(
      // Each from its own network, because calls of one network wait for its lock.
      Array.from({ length: 40 }, (_, n) => send(database(), proof, { caller: from(`198.51.100.${n}`) })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => (body as { code?: string }).code === 'proof_used')).toHaveLength(39);
    expect(await stored(database())).toBe(before + 1);
    expect((await refusalsOf(database()))['response D1']).toBe(used + 39);
  });

  test('a proof that another call is just spending is waited for, and then refused', async () => {
    const proof = await proofFor(database());
    const spending = database().sql('select private.spend_proof($1::jsonb), pg_sleep(0.5)', [
      JSON.stringify(proof),
    ]);
    await untilAsleep(database(), spending);
    const [, answer] = await Promise.all([spending, send(database(), proof)]);
    expect(expectRefused(answer).code).toBe('proof_used');
  });

  test('answers that are not valid spend the proof, and are taken with another when they are put right', async () => {
    const proof = await proofFor(database());
    const submission = submissionOf();
    const wrong = { ...submission, answers: { ...submission.answers, s_hours: -1 } };
    expectRefused(await send(database(), proof, { submission: wrong }));
    expect(expectRefused(await send(database(), proof, { submission })).code).toBe('proof_used');
    expect(await send(database(), await proofFor(database()), { submission })).toMatchObject({ status: 200 });
  });

  test('a receipt that is taken spends the proof', async () => {
    const first = submissionOf();
    await send(database(), await proofFor(database()), { submission: first });
    const proof = await proofFor(database());
    const submission = submissionOf({ receipt: first.receipt });
    expect(await send(database(), proof, { submission })).toMatchObject({ status: 409 });
    expect(expectRefused(await send(database(), proof)).code).toBe('proof_used');
  });

  test('the key is made once and only the database knows it', async () => {
    const [row] = await database().sql('select octet_length(value) as bytes from private.secret');
    expect(row).toEqual({ bytes: 32 });
  });
});
