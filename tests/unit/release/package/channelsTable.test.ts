import { expect, test } from 'vitest';
import { makeRelease } from '../../../../src/release/makeRelease.ts';
import { openLedger } from '../../../../src/release/disclosure/ledger.ts';
import { channelsTable } from '../../../../src/release/package/channelsTable.ts';
import { sampleRespondents } from '../../../../src/sample/sampleRespondents.ts';
import { channels, type Channel } from '../../../../src/survey/channel.ts';
import { questionnaire } from '../../../../src/survey/questionnaire.ts';
import { publisher } from '../../../examples/publisher.ts';
import { flagsOf, recount } from '../../../examples/recount.ts';
import { qualityRules } from '../../../../src/survey/quality.ts';

/** The lines of channels.csv of these people, by side and channel. */
function linesOf(people: ReturnType<typeof sampleRespondents>) {
  const { release } = makeRelease({
    tally: recount(people),
    head: {
      id: 'sample',
      published: '2026-11-24',
      made_up: true,
      instrument: questionnaire.version,
      commit: null,
    },
    earlier: [],
    ledger: openLedger([]),
  });
  const [, ...lines] = channelsTable(release, publisher).csv.trim().split('\n');
  return lines.map((line) => {
    const [side = '', , channel = '', n = '', status] = line.split(',').slice(-5);
    return { side, channel, n: n === '' ? null : Number(n), status };
  });
}

/** How many of a side are included, by channel, counted without the release code. */
function included(people: ReturnType<typeof sampleRespondents>, side: string): Record<Channel, number> {
  const flags = flagsOf(people);
  const own = people.filter(
    (person, i) =>
      person.side === side &&
      !qualityRules.some(({ flag, leftOutFrom }) => Number(flags[i]?.[flag] ?? 0) >= leftOutFrom),
  );
  return Object.fromEntries(
    channels.map((channel) => [channel, own.filter((person) => person.channel === channel).length]),
  ) as Record<Channel, number>;
}

/** Moves people to other channels, so that one of them has a few only. */
const arrange = (people: ReturnType<typeof sampleRespondents>, rare: number) =>
  people.map((person, i) => ({ ...person, channel: i < rare ? ('poster' as const) : ('linkedin' as const) }));

const people = sampleRespondents({ seed: 'channels', jobSeekers: 150, employers: 90 });

test.each(['job_seeker', 'employer'])(
  'every included response of the side %s is in one line of channels.csv, where ten came that way',
  (side) => {
    const lines = linesOf(people).filter((line) => line.side === side);
    expect(lines.map(({ channel }) => channel)).toEqual([...channels, 'not_shown']);
    const counts = included(people, side);
    const printed = lines.filter(({ channel, n }) => channel !== 'not_shown' && n !== null);
    expect(printed.length).toBeGreaterThan(0);
    for (const { channel, n } of printed) {
      expect(n).toBe(counts[channel as Channel]);
      expect(n === 0 || (n ?? 0) >= 10, channel).toBe(true);
    }
    const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
    expect(lines.reduce((sum, { n }) => sum + (n ?? 0), 0)).toBe(all);
  },
);

test('one to nine who came another way than all others are in no number, and follow from none', () => {
  const own = people.filter(({ side }) => side === 'job_seeker');
  const lines = linesOf([...arrange(own, 4), ...people.filter(({ side }) => side === 'employer')]);
  const seekers = lines.filter(({ side }) => side === 'job_seeker');
  expect(seekers.filter(({ n }) => n !== null)).toEqual([]);
});
