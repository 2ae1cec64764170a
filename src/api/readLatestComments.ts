import { callFunction } from './callFunction.ts';
import type { Refused } from './notDone.ts';
import { latestComments, type LatestComments } from '../thread/latest.ts';

/** The latest comments of all threads, and how many each thread has. @param limit of comments, up to `limits.latest` */
export const readLatestComments = (limit: number, signal: AbortSignal): Promise<LatestComments | Refused> =>
  callFunction('latest_comments', { limit }, latestComments, signal);
