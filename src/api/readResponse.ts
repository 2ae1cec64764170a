import * as v from 'valibot';
import { callFunction } from './callFunction.ts';
import type { Refused } from './notDone.ts';
import { sideIds } from '../survey/sides.ts';

const stored = v.object({
  status: v.literal('found'),
  side: v.picklist(sideIds),
  /** The version of the questionnaire it answers. */
  instrument: v.string(),
  /** ISO date. */
  submitted_on: v.string(),
  /** ISO date, the last day on which the code leads to it: then it is deleted. */
  kept_until: v.string(),
  /** 1 as it was sent; one more for each correction. */
  revision: v.number(),
  answers: v.record(v.string(), v.union([v.string(), v.number()])),
});

/** A response as it is stored. */
export type StoredResponse = v.InferOutput<typeof stored>;

const answer = v.union([stored, v.object({ status: v.literal('unknown') })]);

/** The answers stored under a receipt code. The code travels only in the body of a POST request. */
export const readResponse = (
  code: string,
  signal: AbortSignal,
): Promise<v.InferOutput<typeof answer> | Refused> => callFunction('read_response', { code }, answer, signal);
