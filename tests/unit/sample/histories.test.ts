import { expect, test } from 'vitest';
import { applications, applying, hires } from '../../../src/sample/histories.ts';
import type { SeedPath } from '../../../src/sample/seededRandom.ts';
import type { Facts } from '../../../src/sample/tendency.ts';
import { elapsedInFrame } from '../../../src/survey/frame.ts';

/** Which application or job of a path this is, from the latest back. */
const placeIn = (path: SeedPath, word: string): number => Number(path[path.indexOf(word) + 1]);

/** What a job seeker describes whose applications go as told. */
const seeker = (pace: string, person: SeedPath, goes: (index: number) => Facts): Facts =>
  applications().pick({ pace }, person, (known, path) => ({
    ...known,
    ...goes(placeIn(path, 'application')),
    index: String(placeIn(path, 'application')),
  }));

const people = Array.from({ length: 60 }, (_, index) => ['seed', index]);
const paces = Object.keys(applying);

test.each(paces)('whoever applies %s has an application in the frame', (pace) => {
  for (const person of people) {
    const { ago } = seeker(pace, person, () => ({ s_stage: 'applied', s_outcome: 'silent' }));
    expect(elapsedInFrame).toContain(ago);
  }
});

test('the latest interview is described, not a later application without one', () => {
  for (const person of people) {
    const { index, s_stage } = seeker('monthly', person, (at) => ({
      s_stage: at % 10 === 9 ? 'int2' : 'applied',
      s_outcome: 'silent',
    }));
    expect([index, s_stage]).toEqual(['9', 'int2']);
  }
});

test('how it went does not decide what is described', () => {
  for (const person of people) {
    const told = seeker('weekly', person, () => ({ s_stage: 'applied', s_outcome: 'rejected_told' }));
    const silent = seeker('weekly', person, () => ({ s_stage: 'applied', s_outcome: 'silent' }));
    expect(told.index).toBe(silent.index);
    expect([told.other_application, silent.other_application]).toEqual(['told', 'untold']);
  }
});

test('what is said of three months follows from the pace', () => {
  const lately = paces.map((pace) => [
    ...new Set(
      people.map((person) => seeker(pace, person, () => ({ s_stage: 'applied', s_outcome: 'open' })).lately),
    ),
  ]);
  expect(lately.map((codes) => codes.toSorted())).toEqual([
    ['a1_5', 'none'],
    ['a1_5'],
    ['a6_20'],
    ['a21_50'],
    ['a51_100'],
    ['a100p'],
  ]);
});

test('who had no application without an interview says so', () => {
  const { other_application } = seeker('seldom', ['seed', 0], () => ({
    s_stage: 'int1',
    s_outcome: 'offered',
  }));
  expect(other_application).toBe('none');
});

test('an employer describes one person, of the latest job in the frame, whatever they were told', () => {
  const describedBy = (person: SeedPath, e_time: string): Facts =>
    hires().pick({ e_volume: 'v51_200' }, person, (known, path) => ({
      ...known,
      e_time,
      job: String(placeIn(path, 'job')),
      who: String(path.at(-1)),
    }));
  const all = people.map((person) => describedBy(person, 'd7'));
  const others = people.map((person) => describedBy(person, 'never'));
  expect(others.map(({ job, who }) => [job, who])).toEqual(all.map(({ job, who }) => [job, who]));
  const some = all.filter(({ e_last }) => e_last === undefined);
  // A job every 20 days: the latest in the frame is the third or the fourth; the first name is not always the first seen.
  expect([...new Set(some.map(({ job }) => job))].toSorted()).toEqual(['2', '3']);
  expect(new Set(some.map(({ who }) => who)).size).toBeGreaterThan(2);
  // For a few jobs nobody was interviewed but the one hired.
  expect(all.filter(({ e_last }) => e_last === 'nobody').length).toBeGreaterThan(0);
  expect(some.length).toBeGreaterThan(45);
});

test('an employer who turned nobody down in twelve months describes somebody from before', () => {
  for (const person of people) {
    const { ago } = hires().pick({ e_volume: 'none' }, person, (known) => known);
    if (ago !== undefined) expect(['y1_2']).toContain(ago);
  }
});

test('a pace that is not known is a sentence', () => {
  expect(() => seeker('hectic', ['seed', 0], () => ({}))).toThrow('A history knows nothing of hectic.');
});
