import { beforeEach, describe, expect, test } from 'vitest';
import { from, type Caller } from './harness/call.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { expectRefused, refusalsOf, stored } from './harness/refusals.ts';
import { openDoors, set, submissionOf, submit } from './harness/submission.ts';

const byte = () => Math.floor(Math.random() * 256);
const group = () => Math.floor(Math.random() * 65536).toString(16);
const hex = () => byte().toString(16).padStart(2, '0');
const cloudflare = { client_address_header: 'cf-connecting-ip' };

/** Who is seen as one network although the n-th call looks otherwise: 3 of a hundred are let in. */
const oneNetwork: Record<string, [settings: Record<string, string>, caller: (n: number) => Caller]> = {
  'another address on the left of X-Forwarded-For': [
    {},
    () => from(`${byte()}.${byte()}.${byte()}.${byte()}, 192.0.2.1`),
  ],
  'ever more addresses on the left': [{}, (n) => from(`${'198.51.100.7, '.repeat(n)}192.0.2.2`)],
  'another address of one IPv6 household': [
    {},
    () => from(`2001:db8:aa:bb${hex()}:${group()}:${group()}:${group()}:${group()}`),
  ],
  'a forged CF-Connecting-IP': [{}, (n) => from('192.0.2.3', { 'cf-connecting-ip': `203.0.113.${n}` })],
  'other headers of that kind': [
    {},
    (n) =>
      from('192.0.2.4', {
        'x-real-ip': `203.0.113.${n}`,
        forwarded: `for=203.0.113.${n}`,
        'true-client-ip': `203.0.113.${n}`,
      }),
  ],
  'one address spelt differently': [
    {},
    (n) => {
      const mapped = ['::ffff:192.0.2.5', '::FFFF:c000:205', `[::ffff:192.0.2.5]:${n}`];
      return from(['192.0.2.5', ' 192.0.2.5 ', `192.0.2.5:${1024 + n}`, ...mapped][n % 6] ?? '');
    },
  ],
  'one IPv6 address spelt differently': [
    {},
    (n) => {
      const long = ['2001:DB8:0:0::1', '2001:0db8:0000:0000:0000:0000:0000:0001'];
      const framed = [`[2001:db8::1]:${n}`, '2001:db8::1%eth0', '[2001:db8::1]'];
      return from(['2001:db8::1', ...long, ...framed][n % 6] ?? '');
    },
  ],
  'behind Cloudflare, another X-Forwarded-For': [
    cloudflare,
    (n) => from(`203.0.113.${n}`, { 'cf-connecting-ip': '192.0.2.6' }),
  ],
};

/** Who is seen as nobody in particular: 3 times 5 are let in, which all such callers share. */
const noNetwork: typeof oneNetwork = {
  'no address at all': [{}, () => ({})],
  'a forged CF-Connecting-IP and nothing else': [
    {},
    (n) => ({ headers: { 'cf-connecting-ip': `203.0.113.${n}` } }),
  ],
  'an invalid address': [
    {},
    (n) => {
      const text = ['unknown', '', `host-${n}`, `'; drop table private.hit; --${n}`, 'a'.repeat(100 + n)];
      const nearly = [`300.1.1.${n}`, `1.2.3`, `::${n}::`, `${n}`, `10.0.0.${n}/8`];
      return from([...text, ...nearly][n % 10] ?? '');
    },
  ],
  'behind Cloudflare, without its header': [cloudflare, (n) => from(`203.0.113.${n}`)],
  'where no header is trusted, all of them': [
    { client_address_header: 'none' },
    (n) => from(`203.0.113.${n}`, { 'cf-connecting-ip': `203.0.113.${n}` }),
  ],
};
const disguises = [
  ...Object.entries(oneNetwork).map(([name, disguise]) => [name, 3, ...disguise] as const),
  ...Object.entries(noNetwork).map(([name, disguise]) => [name, 15, ...disguise] as const),
];

onEveryDatabase('explicit grants', (database) => {
  beforeEach(async () => {
    await database().sql('delete from private.hit');
    await openDoors(database());
    await set(database(), {
      response_limit: 3,
      shared_limit_factor: 5,
      site_limit_factor: 1,
      provider_limit_factor: 1_000_000,
      client_address_header: 'xff-rightmost',
    });
  });

  const networks = async (caller: Caller) => {
    const [row] = await database().sql(
      `with request as materialized (select set_config('request.headers', $1, true))
       select private.client_networks() as networks from request`,
      [JSON.stringify(caller.headers ?? {})],
    );
    return row?.networks;
  };

  test('a caller is part of a household, a site and a provider, or of an IPv4 address and its provider', async () => {
    expect(await networks(from('192.0.2.1'))).toEqual(['192.0.2.1', '192.0.0.0/16']);
    expect(await networks(from('2001:db8:aa:bbcc::1'))).toEqual([
      '2001:db8:aa:bb00::/56',
      '2001:db8:aa::/48',
      '2001:db8::/32',
    ]);
    expect(await networks({})).toEqual([]);
  });

  test('an IPv6 address that stands for an IPv4 one is that one: mapped, translated, 6to4, Teredo', async () => {
    for (const address of [
      '::ffff:192.0.2.1',
      '64:ff9b::c000:201',
      '2002:c000:201::1',
      '2002:c000:201:ffff:1:2:3:4',
      '2001:0:4136:e378:8000:63bf:3fff:fdfe',
    ])
      expect(await networks(from(address)), address).toEqual(['192.0.2.1', '192.0.0.0/16']);
  });

  test('a private address is a proxy’s and identifies no network', async () => {
    const local = [
      '2002:a01:203::1',
      '127.0.0.1',
      '::1',
      '::ffff:127.0.0.1',
      '169.254.0.1',
      'fd00::1',
      'fe80::1%eth0',
    ];
    for (const address of [...local, '10.1.2.3', '172.31.0.1', '192.168.0.1', '100.64.0.1'])
      expect(await networks(from(address)), address).toEqual([]);
    const beside = ['9.255.255.255', '11.0.0.1', '172.32.0.1', '100.128.0.1', '192.169.0.1', 'fe00::1'];
    for (const address of beside) expect(await networks(from(address)), address).not.toEqual([]);
  });

  describe('a hundred calls of one caller under changing addresses (T8)', () => {
    test.each(disguises)('%s', async (_, taken, settings, caller) => {
      await set(database(), settings);
      const before = await stored(database());
      const statuses: number[] = [];
      for (let n = 0; n < 100; n += 1)
        statuses.push((await submit(database(), submissionOf(), caller(n))).status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(taken);
      expect(statuses.filter((status) => status === 429)).toHaveLength(100 - taken);
      expect(await stored(database())).toBe(before + taken);
    });
  });

  test('a hundred callers who are not one are all let in', async () => {
    await set(database(), { site_limit_factor: 100 });
    for (let n = 0; n < 50; n += 1) {
      expect((await submit(database(), submissionOf(), from(`192.0.2.${n}`))).status).toBe(200);
      expect(
        (await submit(database(), submissionOf(), from(`2001:db8:0:${(n * 256).toString(16)}::1`))).status,
      ).toBe(200);
    }
  });

  test('a refused caller is told when to retry, in a header and in the body', async () => {
    for (let n = 0; n < 3; n += 1) await submit(database(), submissionOf(), from('192.0.2.1'));
    const untilMidnight = () => 86_400 - ((Date.now() / 1000) % 86_400);
    const before = untilMidnight();
    const refused = await submit(database(), submissionOf(), from('192.0.2.1'));
    expect(expectRefused(refused)).toMatchObject({ status: 429, code: 'too_many' });
    const seconds = Number(refused.headers['Retry-After']);
    expect(seconds).toBeLessThan(before + 2);
    expect(seconds).toBeGreaterThan(untilMidnight() - 2);
    expect(refused.body).toMatchObject({ retry_after: seconds });
    expect(await refusalsOf(database())).toHaveProperty('response D4');
  });

  test('a refused call does not count against the limit', async () => {
    for (let n = 0; n < 10; n += 1) {
      expect((await submit(database(), submissionOf({ side: 'onlooker' }), from('192.0.2.1'))).status).toBe(
        400,
      );
      expect((await submit(database(), null, from('192.0.2.1'))).status).toBe(400);
    }
    for (let n = 0; n < 3; n += 1)
      expect((await submit(database(), submissionOf(), from('192.0.2.1'))).status).toBe(200);
  });

  test('forty at once from one network: three are taken', async () => {
    const before = await stored(database());
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => submit(database(), submissionOf(), from('192.0.2.1'))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(37);
    expect(await stored(database())).toBe(before + 3);
  });

  test('a call is allowed again once its window has passed', async () => {
    for (let n = 0; n < 3; n += 1) await submit(database(), submissionOf(), from('192.0.2.1'));
    await database().sql(`update private.hit set slot = slot - interval '23 hours' where kind = 'response'`);
    expect((await submit(database(), submissionOf(), from('192.0.2.1'))).status).toBe(429);
    await database().sql(`update private.hit set slot = slot - interval '1 hour' where kind = 'response'`);
    expect((await submit(database(), submissionOf(), from('192.0.2.1'))).status).toBe(200);
  });

  test('guesses stay counted: sixty at once, ten are let through, and ten more an hour later', async () => {
    const guess = async (address: string) => {
      const [row] = await database().sql(
        `with request as materialized (select set_config('request.headers', $1, true))
         select private.attempt('receipt') as wait from request`,
        [JSON.stringify(from(address).headers)],
      );
      return row?.wait;
    };
    const waits = await Promise.all(Array.from({ length: 60 }, () => guess('192.0.2.1')));
    expect(waits.filter((wait) => wait === null)).toHaveLength(10);
    expect(waits.filter((wait) => Number(wait) > 0 && Number(wait) <= 3600)).toHaveLength(50);
    expect(await guess('192.0.2.2')).toBeNull();
    await database().sql(`update private.hit set slot = slot - interval '1 hour' where kind = 'receipt'`);
    const later = [];
    for (let n = 0; n < 25; n += 1) later.push(await guess('192.0.2.1'));
    expect(later.filter((wait) => wait === null)).toHaveLength(10);
  });

  test('no table holds an address', async () => {
    await submit(database(), submissionOf(), from('203.0.113.77'));
    await submit(database(), submissionOf(), from('2001:db8:1234:5678::9'));
    const tables = await database().sql(
      `select format('%I.%I', schemaname, tablename) as name from pg_catalog.pg_tables where schemaname = 'private'`,
    );
    const addresses = ['203.0.113.77', '2001:db8:1234'];
    // Bytes are shown as hexadecimal digits.
    const traces = addresses.flatMap((address) => [address, Buffer.from(address).toString('hex')]);
    for (const { name } of tables) {
      const rows = await database().sql(`select kept::text as text from ${String(name)} as kept`);
      const text = rows.map((row) => String(row.text)).join('\n');
      expect(
        traces.filter((trace) => text.includes(trace)),
        String(name),
      ).toEqual([]);
    }
  });

  test('a missing setting raises an error instead of switching a limit off', async () => {
    await database().sql(`update private.setting set name = 'gone' where name = 'response_limit'`);
    await expect(submit(database(), submissionOf(), from('192.0.2.1'))).rejects.toMatchObject({
      code: 'P0002',
    });
    await database().sql(`update private.setting set name = 'response_limit' where name = 'gone'`);
  });
});
