import { expect, test } from 'vitest';
import { openLedger, type LedgerRow } from '../../../src/release/disclosure/ledger.ts';
import { makeRelease } from '../../../src/release/makeRelease.ts';
import type { Release } from '../../../src/release/release.ts';
import { attack } from '../../../src/release/verify/attack.ts';
import { randomShare } from '../../../src/sample/seededRandom.ts';
import type { Submission } from '../../../src/survey/submission.ts';
import { crowd } from '../../examples/crowds.ts';
import { recount, type Standing } from '../../examples/recount.ts';

/** The whole catalogue over a year of people who come, leave, correct their answers and are taken out. */

interface Person {
  submission: Submission;
  standing: Standing;
}

const months = Array.from({ length: 12 }, (_, i) => `2027-${String(i + 1).padStart(2, '0')}`);
const head = (id: string) => ({
  id,
  published: `${id}-01`,
  made_up: false,
  instrument: '1',
  commit: 'c0ffee'.padEnd(40, '0'),
});

/** How many arrive in a month on each side: busy, quiet and nearly empty ones. */
const arrivals = [
  [150, 60],
  [4, 2],
  [60, 30],
  [9, 9],
  [80, 12],
  [1, 0],
  [120, 40],
  [11, 3],
  [70, 25],
  [0, 0],
  [90, 30],
  [45, 15],
] as const;

test('a year of releases discloses no small group, whatever people do in between', () => {
  const everybody = crowd(700, 260);
  const waiting = {
    job_seeker: everybody.filter(({ side }) => side === 'job_seeker'),
    employer: everybody.filter(({ side }) => side === 'employer'),
  };
  let people: Person[] = [];
  const releases: Release[] = [];
  let ledger: readonly LedgerRow[] = [];
  let renewed = 0;
  let carried = 0;

  for (const [month, id] of months.entries()) {
    const epoch = releases.length;
    const chance = (person: Person, what: string) => randomShare([person.submission.id, id, what]);
    // Some withdraw, some are taken out by a rule and stay out, some correct their answers and so leave and come.
    people = people.filter((person) => chance(person, 'withdraws') > 0.03);
    people = people.map((person) => {
      if (person.standing.counted && chance(person, 'is taken out') < 0.01)
        return { ...person, standing: { counted: false, epoch } };
      return chance(person, 'corrects') < 0.02
        ? { ...person, standing: { ...person.standing, epoch } }
        : person;
    });
    const [seekers, employers] = arrivals[month] ?? [0, 0];
    for (const submission of [
      ...waiting.job_seeker.splice(0, seekers),
      ...waiting.employer.splice(0, employers),
    ])
      people.push({ submission, standing: { counted: true, epoch } });

    const made = makeRelease({
      tally: recount(
        people.map(({ submission }) => submission),
        people.map(({ standing }) => standing),
      ),
      head: head(id),
      earlier: releases,
      ledger: openLedger(ledger),
    });
    if (made.sides.every(({ isDue }) => !isDue)) continue;
    releases.push(made.release);
    ledger = [...ledger, ...made.ledger];
    renewed += made.release.tables.filter((table) => table.vintage === id).length;
    carried += made.release.tables.filter((table) => table.carried).length;
  }

  expect(attack(openLedger(ledger))).toEqual([]);
  // Otherwise the attack had nothing to find.
  expect(releases.length).toBeGreaterThan(5);
  expect(renewed).toBeGreaterThan(300);
  expect(carried).toBeGreaterThan(100);
  // Twelve tallies of up to 900 people, each counted one by one.
});
