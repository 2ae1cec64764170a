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
  direct: 34,
  linkedin: 38,
  newsletter: 14,
  university: 9,
  other: 5,
};

export const mannerOf = (person: SeedPath): Manner =>
  randomPick(parts(manners), [...person, 'manner']) as Manner;

export const channelOfPerson = (person: SeedPath): Channel =>
  randomPick(parts(channelWeights), [...person, 'channel']) as Channel;

/** How many answers a person who gives up sends: too few to be included. */
const patience = 4;

/** The first answers only; the required ones are among them. */
export const firstAnswers = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).slice(0, patience));

/** Seconds of active time: 5 to 20 an answer for most, half a second for those in a rush. */
export function secondsFor(answers: Answers, manner: Manner, person: SeedPath): number {
  const each = manner === 'rushing' ? 0.5 : 5 + 15 * randomShare([...person, 'seconds']);
  return Math.round(Object.keys(answers).length * each);
}
