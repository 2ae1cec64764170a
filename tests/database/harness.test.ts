import { describe, expect, test } from 'vitest';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { readTap, tapLines } from './harness/runPgTap.ts';
import { refusal } from './harness/refusal.ts';

const table = 'create table public.probe (id int primary key, n bigint, body jsonb, at timestamptz)';

onEveryDatabase('explicit grants', (database) => {
  test('both databases return the same values', async () => {
    await database().sql(table);
    await database().sql('insert into public.probe values (1, 9007199254740991, $1, $2)', [
      JSON.stringify({ deep: [1, null] }),
      '2026-11-24T10:00:00Z',
    ]);
    expect(await database().sql('select * from public.probe')).toEqual([
      { id: 1, n: 9007199254740991, body: { deep: [1, null] }, at: new Date('2026-11-24T10:00:00Z') },
    ]);
  });

  test('an API role may not read a table without a grant', async () => {
    expect(await refusal(database().as('anon').sql('select * from public.probe'))).toMatchObject({
      code: '42501',
    });
    expect(await refusal(database().as('anon').sql('truncate public.probe'))).toMatchObject({
      code: '42501',
    });
  });

  test('a role and its request last for one call', async () => {
    const asked = database().as('authenticated', {
      claims: { sub: '00000000-0000-4000-8000-000000000001' },
      headers: { 'x-forwarded-for': '192.0.2.1' },
    });
    const who = `select current_user as role, auth.uid() as id, auth.role() as claimed,
      current_setting('request.headers', true)::jsonb as headers`;
    expect(await asked.sql(who)).toEqual([
      {
        role: 'authenticated',
        id: '00000000-0000-4000-8000-000000000001',
        claimed: 'authenticated',
        headers: { 'x-forwarded-for': '192.0.2.1' },
      },
    ]);
    expect(await database().sql('select current_user as role, auth.uid() as id')).toEqual([
      { role: 'postgres', id: null },
    ]);
  });

  test('a refused call is rolled back', async () => {
    await refusal(database().as('service_role').sql('select 1 / 0'));
    expect(await database().sql('select current_user as role')).toEqual([{ role: 'postgres' }]);
  });

  test('forty calls in parallel all come back', async () => {
    const calls = Array.from({ length: 40 }, (_, n) => database().as('anon').sql('select $1::int as n', [n]));
    expect((await Promise.all(calls)).flat().map(({ n }) => n)).toEqual([...Array(40).keys()]);
  });

  test('a statement that was accepted is not taken for a refusal', async () => {
    await expect(refusal(database().sql('select 1'))).rejects.toThrow('accepted');
  });
});

describe('the reader of TAP', () => {
  test('finds a failure and what explains it', () => {
    const lines = tapLines([
      [{ plan: '1..2' }],
      [{ ok: 'ok 1 - fine' }],
      [{ is: 'not ok 2 - not fine\n# have: 1' }],
    ]);
    expect(readTap(lines)).toEqual({ planned: 2, passed: 1, failures: ['not ok 2 - not fine', '# have: 1'] });
  });

  test('does not take a skipped assertion for a passed one', () => {
    expect(readTap(['1..1', 'ok 1 - later # SKIP no time'])).toMatchObject({
      passed: 0,
      failures: [expect.any(String)],
    });
  });
});
