import { describe, expect, test } from 'vitest';
import type { Changing } from '../../../../src/release/disclosure/changeSince.ts';
import { nameThen } from '../../../../src/release/disclosure/people.ts';
import { versionsApart } from '../../../../src/release/disclosure/versionsApart.ts';

describe('a name of people', () => {
  test.each([
    ['interviewed', ['1'], 'interviewed'],
    ['interviewed@1', ['1'], 'interviewed'],
    ['interviewed@1', ['1', '2'], 'interviewed@1'],
    ['interviewed@2+3', ['1', '2'], 'interviewed@2'],
    ['E3 job_seeker@1+2 answered', ['1', '2'], 'E3 job_seeker answered'],
    ['interviewed@2', ['1'], null],
    ['interviewed@2', undefined, 'interviewed@2'],
  ])('%s, when %j had been fielded, was %s', (name, then, was) => {
    expect(nameThen(name, then)).toBe(was);
  });
});

const size = (n: number, added: Readonly<Record<string, number>> = {}): Changing => ({ n, added });

/** What earlier releases told, as r1 of version 1 alone and r2, r3 of both. */
const telling = (
  now: Readonly<Record<string, Changing>>,
  told: readonly string[],
  before: Readonly<Record<string, number>>,
) =>
  versionsApart({
    now: new Map(Object.entries(now)),
    told: new Set(told),
    releases: ['r1', 'r2', 'r3'],
    before: (name, release) => before[`${release} ${name}`],
    fieldedBy: (release) => (release === 'r1' ? ['1'] : ['1', '2']),
  }).map(({ since, people }) => [since, people]);

describe('people of an earlier version', () => {
  test('are told apart where everybody and the later version are told at once, and fewer than ten changed', () => {
    const now = {
      all: size(345, { r1: 45, r2: 45, r3: 45 }),
      'all@2': size(44, { r1: 44, r2: 44, r3: 44 }),
    };
    expect(telling(now, ['all', 'all@2'], { 'r1 all': 300 })).toEqual([['r1', 1]]);
    expect(telling(now, ['all'], { 'r1 all': 300 })).toEqual([]);
    expect(telling(now, ['all@2'], { 'r1 all': 300 })).toEqual([]);
  });

  test('none and one of them look alike', () => {
    const now = (late: number) => ({
      all: size(340 + late, { r1: 40 + late, r2: 40 + late, r3: 40 + late }),
      'all@2': size(40, { r1: 40, r2: 40, r3: 40 }),
    });
    expect(telling(now(0), ['all', 'all@2'], { 'r1 all': 300 })).toEqual([['r1', 0]]);
    expect(telling(now(9), ['all', 'all@2'], { 'r1 all': 300 })).toEqual([['r1', 9]]);
    expect(telling(now(10), ['all', 'all@2'], { 'r1 all': 300 })).toEqual([]);
  });

  test('one who left and one who came are two', () => {
    const now = {
      all: size(340, { r1: 45, r2: 45, r3: 45 }),
      'all@2': size(40, { r1: 40, r2: 40, r3: 40 }),
    };
    expect(telling(now, ['all', 'all@2'], { 'r1 all': 300 })).toEqual([]);
    expect(telling(now, ['all', 'all@2'], { 'r1 all': 298 })).toEqual([['r1', 8]]);
  });

  test('who are few in all are told apart in one release', () => {
    const now = { all: size(44), 'all@2': size(40) };
    expect(telling(now, ['all', 'all@2'], {})).toEqual([[null, 4]]);
    expect(telling({ all: size(40), 'all@2': size(40) }, ['all', 'all@2'], {})).toEqual([]);
  });

  test('are seen beside an earlier number of the later version, unless ten moved in all', () => {
    // r2 told the later version, so that everybody less those tells of version 1 and of who came since.
    const now = (came: number) => ({
      all: size(343 + came, { r1: 43 + came, r2: 2 + came, r3: 2 + came }),
      'all@2': size(40 + came, { r1: 40 + came, r2: came, r3: came }),
    });
    const before = { 'r1 all': 300, 'r2 all@2': 40 };
    expect(telling(now(5), ['all'], before)).toEqual([['r2', 8]]);
    expect(telling(now(7), ['all'], before)).toEqual([]);
  });

  test('and beside an earlier number of everybody, unless ten are sure to have come', () => {
    const now = (came: number) => ({
      all: size(340 + came, { r1: 40 + came, r2: came, r3: came }),
      'all@2': size(40 + came, { r1: 40 + came, r2: came, r3: came }),
    });
    const before = { 'r1 all': 300, 'r2 all': 340 };
    expect(telling(now(9), ['all@2'], before)).toEqual([['r2', 9]]);
    expect(telling(now(10), ['all@2'], before)).toEqual([]);
  });

  test('of two versions are told apart by the others together', () => {
    const now = { all: size(100), 'all@1': size(50), 'all@3': size(46) };
    expect(telling(now, ['all', 'all@1', 'all@3'], {})).toEqual([[null, 4]]);
  });

  test('of other people are nothing to each other', () => {
    expect(telling({ all: size(44), 'some@2': size(40) }, ['all', 'some@2'], {})).toEqual([]);
  });
});
