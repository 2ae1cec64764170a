import * as z from 'zod/mini';
import { qualityRules } from '../survey/quality.ts';

const count = z.int().check(z.gte(0));

/** How many eligible responses each rule of quality left out; a response can break several. */
export const leftOutCounts = z.strictObject({
  left_out: count,
  by_rule: z.record(z.enum(qualityRules.map(({ flag }) => flag)), count),
  /** Included although the flag is set, below the count from which it leaves out. */
  kept: z.record(z.string(), count),
});

/** The same as a release prints it, with the release it was counted for. */
export const shownQuality = z.extend(leftOutCounts, { vintage: z.string() });

export type LeftOutCounts = z.infer<typeof leftOutCounts>;
export type ShownQuality = z.infer<typeof shownQuality>;
