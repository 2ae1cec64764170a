import { z } from 'zod';
import { heldBack } from './heldBack.ts';

const sideCounts = z.strictObject({
  today: z.number(),
  all: z.number(),
  counted: z.number(),
  made_up: z.number(),
});
const bySide = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ job_seeker: value, employer: value });

/** What status() answers: numbers alone. */
export const status = z.strictObject({
  sides: bySide(sideCounts),
  screened_out: bySide(z.number()),
  undecided: z.array(heldBack),
  comments: z.strictObject({ waiting: z.number(), oldest: z.string().nullable(), reported: z.number() }),
  moderators: z.number(),
  release: z.strictObject({ id: z.string(), recorded_on: z.string() }).nullable(),
  renewed: z.array(z.string()),
  backup: z.strictObject({ at: z.string(), responses: z.number() }).nullable(),
  scheduled: z.boolean(),
});
export type Status = z.infer<typeof status>;

/** What settings() answers. */
export const settings = z.array(
  z.strictObject({ name: z.string(), value: z.string(), meaning: z.string(), takes: z.string() }),
);
