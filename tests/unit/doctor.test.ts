import { describe, expect, test } from 'vitest';
import type { Ask } from '../../scripts/doctor/asking.ts';
import { visitorsAreToldApart } from '../../scripts/doctor/clientAddress.ts';
import {
  hostsFilledIn,
  isPublicBuild,
  isSecretKey,
  openingDayIsSaid,
  versionsAreAsFrozen,
} from '../../scripts/doctor/facts.ts';
import { keptOutOfSite } from '../../scripts/doctor/secretKeys.ts';
import { controller, placeholder } from '../../src/controller.ts';
import { edited, firstFrozen } from '../examples/frozenProject.ts';

const visitor = '203.0.113.9';
const proxy = '198.51.100.1';

/** What stands before a database, as what it makes of the two headers that a caller sends. */
type Gateway = (sent: { forwarded?: string; cloudflare?: string }) => {
  forwarded: string | null;
  cloudflare: string | null;
};

const gateways = {
  'adds what it sees': ({ cloudflare = null }) => ({ forwarded: visitor, cloudflare }),
  'hands on what it is told': ({ forwarded = visitor, cloudflare = null }) => ({ forwarded, cloudflare }),
  'is Cloudflare, and a proxy behind it': () => ({ forwarded: proxy, cloudflare: visitor }),
  'is Cloudflare alone': () => ({ forwarded: visitor, cloudflare: visitor }),
  'says nothing': () => ({ forwarded: null, cloudflare: null }),
} as const satisfies Readonly<Record<string, Gateway>>;

const behind =
  (gateway: Gateway): Ask =>
  (_path, { 'x-forwarded-for': forwarded, 'cf-connecting-ip': cloudflare } = {}) => {
    const said = gateway({
      ...(forwarded !== undefined && { forwarded }),
      ...(cloudflare !== undefined && { cloudflare }),
    });
    return Promise.resolve({
      status: 200,
      body: { 'xff-rightmost': said.forwarded, 'cf-connecting-ip': said.cloudflare },
    });
  };

describe('the header that says who calls', () => {
  test.each<[keyof typeof gateways, string, string]>([
    ['adds what it sees', 'xff-rightmost', `takes ${visitor} for your network`],
    ['adds what it sees', 'cf-connecting-ip', 'client_address_header=xff-rightmost": anybody can write'],
    ['adds what it sees', 'none', 'All visitors share one limit'],
    ['hands on what it is told', 'xff-rightmost', 'client_address_header=none": anybody can write'],
    ['is Cloudflare, and a proxy behind it', 'xff-rightmost', 'client_address_header=cf-connecting-ip'],
    ['is Cloudflare, and a proxy behind it', 'cf-connecting-ip', `takes ${visitor} for your network`],
    ['is Cloudflare alone', 'xff-rightmost', `takes ${visitor} for your network`],
    ['is Cloudflare alone', 'cf-connecting-ip', `takes ${visitor} for your network`],
    ['says nothing', 'xff-rightmost', 'client_address_header=none": xff-rightmost names no visitor'],
    ['says nothing', 'cf-connecting-ip', 'client_address_header=none": cf-connecting-ip names no visitor'],
  ])('where the gateway %s and the setting is %s', async (gateway, setting, says) => {
    expect((await visitorsAreToldApart(behind(gateways[gateway]), setting)).says).toContain(says);
  });

  test('is believed where a gateway refuses a forged one', async () => {
    const honest = behind(() => ({ forwarded: visitor, cloudflare: visitor }));
    const ask: Ask = (path, headers = {}) =>
      headers['cf-connecting-ip'] === undefined
        ? honest(path)
        : Promise.resolve({ status: 403, body: undefined });
    expect(await visitorsAreToldApart(ask, 'cf-connecting-ip')).toMatchObject({ state: 'ok' });
  });

  test('is not judged by what a database of another version answers', async () => {
    const ask: Ask = () => Promise.resolve({ status: 404, body: { code: 'PGRST202' } });
    expect(await visitorsAreToldApart(ask, 'xff-rightmost')).toMatchObject({ state: 'not seen' });
  });
});

test.each([
  [{}, false],
  [{ PUBLIC_SUPABASE_URL: 'https://a.supabase.co' }, true],
  [{ PUBLIC_SUPABASE_URL: 'https://a.supabase.co', SAMPLE: '1' }, false],
  [{ PUBLIC_SUPABASE_URL: 'http://127.0.0.1:54321' }, false],
  [{ SITE_URL: 'https://acme.org' }, true],
  [{ SITE_URL: 'http://acme.org', PUBLIC_SUPABASE_URL: 'https://a.supabase.co' }, true],
  [{ SITE_URL: 'https://acme.org', SAMPLE: '1' }, false],
  [{ SITE_URL: 'http://localhost:4321/why/' }, false],
  [{ SITE_URL: 'http://localhost:4321/why/', PUBLIC_SUPABASE_URL: 'https://a.supabase.co' }, false],
  [{ SITE_URL: 'http://127.0.0.1:4321' }, false],
  [{ SITE_URL: 'http://[::1]:4321' }, false],
])('a build with %j is for the public: %s', (env, isPublic) => {
  expect(isPublicBuild(env)).toBe(isPublic);
});

test.each([
  ['Germany', placeholder.transfers, 'ok'],
  ['the United States', placeholder.transfers, 'to do'],
  ['the United States', 'Netlify sees the addresses of visitors, under the Data Privacy Framework.', 'ok'],
])('answers in Germany, pages in %s and the sentence “%s”: %s', (country, transfers, state) => {
  const databaseHost = { name: 'Supabase', country: 'Germany', isProcessor: true };
  const pagesHost = { name: 'Netlify', country, isProcessor: true };
  const plan = { env: {}, root: '.', controller: { ...controller, databaseHost, pagesHost, transfers } };
  expect(hostsFilledIn(plan).state).toBe(state);
});

test.each([
  [undefined, 'to do', 'Fill in opened in src/controller.ts'],
  ['2027-01-02', 'to do', '2027-01-02 is still to come'],
  ['2027-01-01', 'ok', 'The survey opened on 2027-01-01.'],
])('on the first of January, with %s as the day on which the survey opened: %s', (opened, state, says) => {
  const plan = { controller: { ...controller, opened } };
  expect(openingDayIsSaid(plan, '2027-01-01')).toMatchObject({
    state,
    says: expect.stringContaining(says) as string,
  });
});

test('a consent text that was changed after the freeze is not published under the version of the former', () => {
  const { source } = firstFrozen;
  expect(versionsAreAsFrozen(source).state).toBe('ok');
  const renamed = edited(firstFrozen, {
    consent: (minutes) => ({ ...source.consent(minutes), heading: 'Another asks' }),
  });
  expect(versionsAreAsFrozen(renamed.source)).toMatchObject({
    state: 'to do',
    says: expect.stringContaining('not the version 1') as string,
  });
});

const token = (role: string): string =>
  ['{"alg":"HS256"}', JSON.stringify({ role }), 'x']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

test.each([
  ['sb_secret_x', true],
  [token('service_role'), true],
  ['sb_publishable_x', false],
  [token('anon'), false],
  ['', false],
])('%s is a secret key: %s', (key, isSecret) => {
  expect(isSecretKey(key)).toBe(isSecret);
});

test('a site that is not built yet is not said to hold no key', () => {
  expect(keptOutOfSite('nowhere/dist', {})).toEqual({
    state: 'not seen',
    says: 'Not seen: no site is built yet.',
  });
});
