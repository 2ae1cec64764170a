import { consentVersion, longestRetention } from '../survey/consent.ts';
import type { SideId } from '../survey/question.ts';
import { questionnaire } from '../survey/questionnaire.ts';
import { submissionSchema, type Submission } from '../survey/submission.ts';
import { variablesOf } from '../survey/variables.ts';
import { checkTendencies } from './checkTendencies.ts';
import { randomReceipt, randomUuid } from './seededRandom.ts';
import { makeAnswers } from './makeAnswers.ts';
import { employerTendencies } from './employerTendencies.ts';
import { jobSeekerTendencies } from './jobSeekerTendencies.ts';
import { channelOfPerson, firstAnswers, mannerOf, secondsFor } from './manner.ts';
import type { Step } from './tendency.ts';

/** How many made-up people, and which ones. */
export interface SampleSize {
  /** The same seed always gives the same bytes. */
  readonly seed: string;
  readonly jobSeekers: number;
  readonly employers: number;
}

/** The people behind the committed `sample` release. */
export const committedSample: SampleSize = { seed: 'no-but-why-sample-1', jobSeekers: 1200, employers: 500 };

/** Made-up totals of people whom the survey did not fit, and who sent nothing. */
export const sampleScreenedOut: Readonly<Record<SideId, number>> = { job_seeker: 143, employer: 34 };

/** The publication date of the release “sample”: fixed, so that the same people give the same bytes. */
export const samplePublished = '2026-11-24';

const tendencies: Readonly<Record<SideId, readonly Step[]>> = {
  job_seeker: jobSeekerTendencies,
  employer: employerTendencies,
};

/**
 * Made-up submissions with plausible correlations: people apply at different rates, the survey’s own rule picks what they
 * describe, the stage reached drives effort and outcome, the reason given drives clarity, confidence and applying again,
 * and employers report more feedback than job seekers do. A few rush, copy or give up. Each passes the schema for real submissions. Ids and receipts follow from the seed, so loading a sample is
 * idempotent, and person 17 stays the same when more people are made.
 * Throws when a weight is for something that the questionnaire does not ask or offer.
 */
export function sampleRespondents({ seed, jobSeekers, employers }: SampleSize): readonly Submission[] {
  const people = { job_seeker: jobSeekers, employer: employers };
  return Object.values(questionnaire.sides).flatMap(({ id: side }) => {
    checkTendencies(questionnaire, side, tendencies[side]);
    const variables = variablesOf(questionnaire, side);
    const required = variables.filter((variable) => variable.required).map(({ id }) => id);
    const schema = submissionSchema(questionnaire, side);
    const drawn = (index: number) => makeAnswers(variables, tendencies[side], [seed, side, index]);
    return Array.from({ length: people[side] }, (_, index) => {
      const person = [seed, side, index];
      const manner = mannerOf(person);
      const whole = drawn(manner === 'copying' && index > 0 ? index - 1 : index);
      const answers = manner === 'giving_up' ? firstAnswers(whole, required) : whole;
      return schema.parse({
        id: randomUuid([...person, 'id']),
        side,
        instrument: questionnaire.version,
        consent: consentVersion,
        months: longestRetention,
        receipt: randomReceipt([...person, 'receipt']),
        answers,
        seconds: secondsFor(answers, manner, person),
        channel: channelOfPerson(person),
      }) as Submission;
    });
  });
}
