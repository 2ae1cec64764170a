import { beforeEach, expect, test } from 'vitest';
import { call, from } from './harness/call.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { challengeFor, solve } from './harness/proof.ts';
import { expectRefused, refusalsOf } from './harness/refusals.ts';
import { openDoors, set, submissionOf, submit } from './harness/submission.ts';

onEveryDatabase('explicit grants', (database) => {
  beforeEach(async () => {
    await database().sql('delete from private.hit');
    await openDoors(database());
  });

  test('holds what the solver needs and what was signed, in whole numbers', async () => {
    await set(database(), { minimum_seconds: 3, pow_cost: 7, pow_counters: 100 });
    const hex = (bytes: number) => expect.stringMatching(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)) as string;
    const before = Math.floor(Date.now() / 1000);
    const challenge = await challengeFor(database());
    expect(challenge).toEqual({
      parameters: {
        algorithm: 'PBKDF2/SHA-256',
        cost: 7,
        data: {
          purpose: 'response',
          times: 1,
          iat: expect.any(Number) as number,
          nbf: expect.any(Number) as number,
        },
        expiresAt: expect.any(Number) as number,
        keyLength: 32,
        keyPrefix: hex(16),
        keySignature: hex(32),
        nonce: hex(16),
        salt: hex(16),
      },
      signature: hex(32),
    });
    const { data, expiresAt } = challenge.parameters;
    expect(Math.abs(data.iat - before)).toBeLessThanOrEqual(2);
    expect(data.nbf - data.iat).toBe(4);
    expect(expiresAt - data.iat).toBe(600);
    expect([data.iat, data.nbf, expiresAt].every(Number.isInteger)).toBe(true);
    expect(solve(challenge).solution.counter).toBeLessThan(100);
  });

  test('is never the same twice', async () => {
    const challenges = await Promise.all(Array.from({ length: 20 }, () => challengeFor(database())));
    for (const name of ['nonce', 'salt', 'keyPrefix', 'keySignature'] as const)
      expect(new Set(challenges.map(({ parameters }) => parameters[name])).size, name).toBe(20);
  });

  test('counters are spread over what the setting allows', async () => {
    await set(database(), { pow_counters: 8 });
    const found = new Set<number>();
    for (let n = 0; n < 100; n += 1) found.add(solve(await challengeFor(database())).solution.counter);
    expect([...found].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  const bad: Record<string, unknown> = {
    nothing: null,
    'an empty object': {},
    'a number': 7,
    'a boolean': true,
    'a string': '"response"',
    'a string that is no JSON': '"{"',
    'a list': ['response'],
    'three requests at once': [{ purpose: 'response' }, { purpose: 'response' }, { purpose: 'response' }],
    'an unknown purpose': { purpose: 'everything' },
    'a purpose in capitals': { purpose: 'RESPONSE' },
    'a purpose that is null': { purpose: null },
    'a purpose that is a list': { purpose: ['response'] },
    'a purpose that is an object': { purpose: { response: 1 } },
    'a purpose that is a number': { purpose: 1 },
    'a purpose that is SQL': { purpose: "response'; drop table private.secret; --" },
    'a purpose with a line break': { purpose: 'response\n' },
    'a wish for less work': { purpose: 'response', cost: 1 },
    'a wish for easier work': { purpose: 'response', harder: false },
    'a wish for harder work in words': { purpose: 'response', harder: 'true' },
    'a NUL character': '{"purpose": "\\u0000"}',
    'an unpaired surrogate': '{"purpose": "\\ud800"}',
    'twenty kilobytes': { purpose: 'x'.repeat(20_000) },
    'twenty kilobytes of keys': Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`key_${n}`, 'x'])),
    'deeply nested JSON': `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`,
  };

  test.each(Object.entries(bad))('%s is refused in one sentence', async (_, request) => {
    expectRefused(await call(database(), 'challenge', request));
    // The call was refused before any work, so it is not counted.
    expect(await database().sql('select * from private.hit')).toEqual([]);
  });

  test('the size is checked before everything else', async () => {
    expect(await call(database(), 'challenge', bad['twenty kilobytes'])).toMatchObject({ status: 413 });
  });

  test('a request that arrives as a JSON string is read all the same', async () => {
    const request = JSON.stringify(JSON.stringify({ purpose: 'response' }));
    expect(await call(database(), 'challenge', request)).toMatchObject({ status: 200 });
  });

  test('one network gets so many in an hour, and is told when there will be more', async () => {
    await set(database(), { challenge_limit: 5, site_limit_factor: 1 });
    for (let n = 0; n < 5; n += 1) await challengeFor(database(), from('198.51.100.1'));
    const answer = await call(database(), 'challenge', { purpose: 'response' }, from('198.51.100.1'));
    expect(expectRefused(answer)).toMatchObject({ status: 429, code: 'too_many' });
    const seconds = Number(answer.headers['Retry-After']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(3600);
    expect(answer.body).toMatchObject({ retry_after: seconds });
    expect(await refusalsOf(database())).toMatchObject({ 'response D4': 1 });
    await challengeFor(database(), from('198.51.100.2'));
  });

  test('when many responses come within a minute, the work grows, and shrinks again afterwards', async () => {
    await set(database(), { response_brake_per_minute: 3, brake_factor: 1000 });
    const counters = async () => {
      const proofs = [];
      for (let n = 0; n < 8; n += 1) proofs.push(solve(await challengeFor(database())).solution.counter);
      return proofs;
    };
    for (let n = 0; n < 3; n += 1)
      expect(await submit(database(), submissionOf())).toMatchObject({ status: 200 });
    expect(Math.max(...(await counters()))).toBe(0);
    await submit(database(), submissionOf());
    // With a thousand counters in place of one, eight zeros in a row have a chance of 1 in 10^24.
    expect(Math.max(...(await counters()))).toBeGreaterThan(0);
    await database().sql(
      `update private.hit set slot = slot - interval '1 minute' where kind = 'accepted response'`,
    );
    expect(Math.max(...(await counters()))).toBe(0);
  });

  test('the first call of a day destroys the key of the day before, the maintenance what that left', async () => {
    await challengeFor(database(), from('198.51.100.1'));
    await submit(database(), submissionOf(), from('198.51.100.1'));
    const [salt] = await database().sql('select value from private.salt');
    await database().script(`
      update private.salt set day = day - 1;
      update private.hit set slot = slot - interval '25 hours';
      update private.used_challenge set expires_at = now() - interval '1 second';
    `);
    await challengeFor(database(), from('198.51.100.1'));
    const today = await database().sql(
      `select value, day = (now() at time zone 'utc')::date as today from private.salt`,
    );
    expect(today).toMatchObject([{ today: true }]);
    expect(today[0]?.value).not.toEqual(salt?.value);
    await database().sql('select private.maintenance()');
    // A challenge is counted as such and by its purpose, for the address and for its provider.
    expect(await database().sql('select n from private.hit')).toEqual(Array(4).fill({ n: 1 }));
    expect(await database().sql('select * from private.used_challenge')).toEqual([]);
  });

  test('one call in a hundred cleans up without a new day', async () => {
    await challengeFor(database(), from('198.51.100.1'));
    await database().sql(
      `insert into private.used_challenge values (sha256('old'), now() - interval '1 second'), (sha256('new'), now() + interval '1 hour')`,
    );
    const left = async () => (await database().sql('select from private.used_challenge')).length;
    let calls = 0;
    while ((await left()) > 1 && calls < 3000) {
      await database().sql(`select public.challenge('{"purpose": "response"}') from generate_series(1, 20)`);
      calls += 20;
    }
    expect(await left()).toBe(1);
  });

  test('keys and counters are in tables that are not written to the log', async () => {
    const rows = await database().sql(
      `select relname from pg_catalog.pg_class where relnamespace = 'private'::regnamespace and relpersistence = 'u' and relkind = 'r' order by 1`,
    );
    expect(rows.map(({ relname }) => relname)).toEqual(expect.arrayContaining(['hit', 'salt']));
  });
});
