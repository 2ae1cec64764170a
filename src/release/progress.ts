import * as z from 'zod/mini';
import type { SideId } from '../survey/question.ts';
import { FIRST_RELEASE, MINIMUM_GROUP } from './disclosure/thresholds.ts';
import { ReleaseError } from './ReleaseError.ts';
import { sha256 } from './sha256.ts';

/** Lies beside the releases. */
export const PROGRESS_FILE = 'progress.json';

/** Days between two counts. */
const WEEK = 7;

const step = z
  .int()
  .check(
    z.refine(
      (n) => n >= 0 && n <= FIRST_RELEASE && n % MINIMUM_GROUP === 0,
      `must be a step of ${MINIMUM_GROUP}, from 0 to ${FIRST_RELEASE}`,
    ),
  );

/**
 * How many included answers each side has, in steps of ten; the last step means that many or more. It is the one
 * exception to “no live counters” (protocol 3.3, P1), and it says nothing about what was answered (2.11).
 */
export const progress = z.strictObject({
  /** The day it was counted. */
  counted: z.iso.date(),
  job_seeker: step,
  employer: step,
});

const progressFile = z.extend(progress, { sha256: z.string() });

export type Progress = z.infer<typeof progress>;

const stepOf = (included: number): number =>
  Math.min(FIRST_RELEASE, Math.floor(included / MINIMUM_GROUP) * MINIMUM_GROUP);

const daysAfter = (day: string, days: number): string => {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

/**
 * The next count. It keeps the larger of what it held and what is counted now, so that a withdrawal shows nothing.
 * @param today an ISO date
 * @returns undefined before either side has ten: a first count of nobody would only put off that of ten for a week
 * @throws {ReleaseError} when the last count is less than a week old
 */
export function nextProgress(
  before: Progress | undefined,
  included: Readonly<Record<SideId, number>>,
  today: string,
): Progress | undefined {
  if (before !== undefined && today < daysAfter(before.counted, WEEK))
    throw new ReleaseError(
      `Progress is counted once a week at most: the last count is of ${before.counted}, the next can be made on ${daysAfter(before.counted, WEEK)}.`,
    );
  const reached = (side: SideId): number => Math.max(before?.[side] ?? 0, stepOf(included[side]));
  const [job_seeker, employer] = [reached('job_seeker'), reached('employer')];
  return job_seeker + employer === 0 ? undefined : { counted: today, job_seeker, employer };
}

/**
 * Reads a progress file.
 * @param name the path to show
 * @param today an ISO date
 * @throws {ReleaseError} with one sentence that names the file and what is wrong
 */
export function readProgress(name: string, text: string, today: string): Progress {
  const unusable = (problem: string) =>
    new ReleaseError(`${name} ${problem}: restore it from where it was committed (git restore).`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw unusable('is not JSON');
  }
  const { data: file, error } = progressFile.safeParse(parsed);
  const [issue] = error?.issues ?? [];
  if (file === undefined)
    throw unusable(`is no count of progress (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''})`);
  const { counted, job_seeker, employer } = file;
  const data = { counted, job_seeker, employer };
  if (progressText(data) !== text) throw unusable('was edited by hand and no longer matches its checksum');
  if (data.counted > today) throw unusable(`is of ${data.counted}, a day that is still to come`);
  return data;
}

/** The text of the file, with a checksum that guards against slips of the hand. */
export const progressText = (of: Progress): string =>
  `${JSON.stringify({ ...of, sha256: sha256(JSON.stringify(of)) })}\n`;
