import type { Answers } from '../survey/answers.ts';
import type { Channel } from '../survey/channel.ts';
import { randomPick, randomShare, type SeedPath } from './seededRandom.ts';

/**
 * How a made-up person fills in the survey. A few break a quality rule (src/survey/quality.ts), so that the sample shows
 * what a release does with them.
 */
const manners = {
  careful: 974,
  /** Clicks through without reading. */
  rushing: 8,
  /** Sends what the person before has sent. */
  copying: 8,
  /** Stops after the first few questions and sends what is there. */
  giving_up: 10,
} as const;

export type Manner = keyof typeof manners;

const parts = (weights: Readonly<Record<string, number>>) => Object.entries(weights);

/** Weights of the links that brought people. */
const channelWeights: Readonly<Record<Channel, number>> = {
  direct: 24,
  linkedin: 30,
  bluesky: 4,
  mastodon: 2,
  whatsapp: 3,
  facebook: 3,
  reddit: 8,
  email: 5,
  newsletter: 8,
  feed: 2,
  university: 6,
  shared: 4,
  embed: 2,
  essay: 3,
  chart: 2,
  thanks: 1,
  poster: 1,
  other: 1,
};

export const mannerOf = (person: SeedPath): Manner =>
  randomPick(parts(manners), [...person, 'manner']) as Manner;

export const channelOfPerson = (person: SeedPath): Channel =>
  randomPick(parts(channelWeights), [...person, 'channel']) as Channel;

/** How many answers a person who gives up sends: too few to be included. */
const patience = 4;

/** Those without which nothing can be sent, and the first of the others. */
export function firstAnswers(answers: Answers, required: readonly string[]): Answers {
  const others = Object.keys(answers).filter((id) => !required.includes(id));
  const kept = [...required, ...others.slice(0, patience - required.length)];
  return Object.fromEntries(Object.entries(answers).filter(([id]) => kept.includes(id)));
}

/** Seconds of active time: 5 to 20 an answer for most, half a second for those in a rush. */
export function secondsFor(answers: Answers, manner: Manner, person: SeedPath): number {
  const each = manner === 'rushing' ? 0.5 : 5 + 15 * randomShare([...person, 'seconds']);
  return Math.round(Object.keys(answers).length * each);
}
