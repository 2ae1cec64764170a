import { randomBytes, randomUUID } from 'node:crypto';
import { consentVersion } from '../../../src/survey/consent.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { call, type Answer, type Caller } from './call.ts';
import type { Database } from './database.ts';
import { proofFor } from './proof.ts';

/** A submission as it travels; a test may put anything into it. */
interface Sent {
  id: string;
  side: string;
  instrument: string;
  consent: string;
  months: number;
  receipt: string;
  answers: Record<string, unknown>;
  seconds: number;
  channel: string;
}

/** A valid submission with a new id on each call: a job seeker turned down after two interviews, unless changed. */
export const submissionOf = (changes: Readonly<Record<string, unknown>> = {}): Sent => ({
  id: randomUUID(),
  side: 'job_seeker',
  instrument: questionnaire.version,
  consent: consentVersion,
  months: 36,
  receipt: randomBytes(32).toString('hex'),
  answers: { s_outcome: 'rejected_told', s_stage: 'int2', s_hours: 14, s_explanation: 'form', s_time: 'dk' },
  seconds: 240,
  channel: 'direct',
  ...changes,
});

/** Sets what a deployment may set, by name. */
export async function set(database: Database, settings: Record<string, number | string>): Promise<void> {
  for (const [name, value] of Object.entries(settings)) {
    const rows = await database.sql('update private.setting set value = $2 where name = $1 returning name', [
      name,
      String(value),
    ]);
    if (rows.length === 0) throw new Error(`There is no setting ${name}.`);
  }
}

/** Makes proofs of work nearly free, without a minimum time, and rate limits out of reach, for tests of something else. */
export const openDoors = (database: Database): Promise<void> =>
  set(database, {
    pow_cost: 1,
    pow_counters: 1,
    minimum_seconds: 0,
    response_limit: 1_000_000,
    response_usual: 1_000_000,
    challenge_limit: 1_000_000,
  });

/** A request with a fresh proof, as the survey page sends it. */
export const requestFor = async <T>(database: Database, submission: T, caller: Caller = {}) => ({
  submission,
  proof: await proofFor(database, caller),
  trap: '',
});

/** Sends a submission with a fresh proof. */
export const submit = async (database: Database, submission: unknown, caller: Caller = {}): Promise<Answer> =>
  call(database, 'submit_response', await requestFor(database, submission, caller), caller);
