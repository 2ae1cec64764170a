import { openLedger, type LedgerRow } from '../../src/release/disclosure/ledger.ts';
import { makeRelease } from '../../src/release/makeRelease.ts';
import type { Release } from '../../src/release/release.ts';
import { sampleRespondents } from '../../src/sample/sampleRespondents.ts';
import type { SideId } from '../../src/survey/question.ts';
import { qualityRules } from '../../src/survey/quality.ts';
import type { Submission } from '../../src/survey/submission.ts';
import { flagsOf, recount, type Standing } from './recount.ts';

type OfSides = Readonly<Record<SideId, number>>;

/** A month: how many have answered by its end, and how many of those who had before withdrew in it. */
interface Month {
  readonly id: string;
  readonly sent: OfSides;
  readonly withdrew: number;
  /** People whom the survey did not fit, in this month. */
  readonly screenedOut: OfSides;
}

/** The months of a survey that starts small (protocol 2.11), each after the one before. */
const months: readonly Month[] = [
  {
    id: '2026-08',
    sent: { job_seeker: 60, employer: 17 },
    withdrew: 0,
    screenedOut: { job_seeker: 12, employer: 3 },
  },
  {
    id: '2026-09',
    sent: { job_seeker: 500, employer: 200 },
    withdrew: 0,
    screenedOut: { job_seeker: 60, employer: 25 },
  },
  // Too few employers come for theirs to be counted anew.
  {
    id: '2026-10',
    sent: { job_seeker: 640, employer: 204 },
    withdrew: 0,
    screenedOut: { job_seeker: 20, employer: 1 },
  },
  // So many withdraw that groups which were shown are too small.
  {
    id: '2026-11',
    sent: { job_seeker: 660, employer: 240 },
    withdrew: 60,
    screenedOut: { job_seeker: 15, employer: 12 },
  },
];

/** One in so many hurries through the questions, and is left out for it. */
const HURRIED = 12;

function everybody(): readonly Submission[] {
  const most = (side: SideId) => Math.max(...months.map(({ sent }) => sent[side]));
  const people = sampleRespondents({
    seed: 'the first months',
    jobSeekers: most('job_seeker'),
    employers: most('employer'),
  });
  return people.map((person, index) => (index % HURRIED === 0 ? { ...person, seconds: 1 } : person));
}

interface Person extends Standing {
  readonly submission: Submission;
}

/** Whoever came in a month: the next of each side, up to as many as have answered by its end. */
function arrivals(all: readonly Submission[], from: OfSides, { sent }: Month, epoch: number): Person[] {
  const flags = flagsOf(all);
  const place = { job_seeker: 0, employer: 0 };
  return all.flatMap((submission, index) => {
    const { side } = submission;
    place[side] += 1;
    if (place[side] <= from[side] || place[side] > sent[side]) return [];
    const isLeftOut = qualityRules.some(
      ({ flag, leftOutFrom }) => Number(flags[index]?.[flag]) >= leftOutFrom,
    );
    return [{ submission, counted: !isLeftOut, epoch }];
  });
}

/** A release, and how many people were in the figures of each side when it was made. */
export interface FirstMonth {
  readonly release: Release;
  readonly counted: OfSides;
}

function make(): readonly FirstMonth[] {
  const all = everybody();
  let people: readonly Person[] = [];
  let ledger: readonly LedgerRow[] = [];
  const made: FirstMonth[] = [];
  for (const [epoch, month] of months.entries()) {
    const before = months[epoch - 1]?.sent ?? { job_seeker: 0, employer: 0 };
    people = [...people.slice(month.withdrew), ...arrivals(all, before, month, epoch)];
    const counted = (side: SideId) =>
      people.filter((person) => person.submission.side === side && person.counted).length;
    const screenedOut = (side: SideId) =>
      months.slice(0, epoch + 1).map((one, index) => ({ epoch: index, n: one.screenedOut[side] }));
    const { release, ledger: rows } = makeRelease({
      tally: recount(
        people.map(({ submission }) => submission),
        people,
        { job_seeker: screenedOut('job_seeker'), employer: screenedOut('employer') },
      ),
      head: {
        id: month.id,
        published: `${month.id}-28`,
        made_up: false,
        instrument: '1',
        commit: 'c0ffee'.padEnd(40, '0'),
      },
      earlier: made.map((one) => one.release),
      ledger: openLedger(ledger),
    });
    made.push({ release, counted: { job_seeker: counted('job_seeker'), employer: counted('employer') } });
    ledger = [...ledger, ...rows];
  }
  return made;
}

let made: readonly FirstMonth[] | undefined;

/** The releases of these months as the rules make them, with one ledger: worked out once, when somebody asks. */
export const firstMonths = (): readonly FirstMonth[] => (made ??= make());
