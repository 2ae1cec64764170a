import { z } from 'zod';
import { questionnaire } from '../../src/survey/questionnaire.ts';

/** Responses of one day and kind of link that came faster than people do, so that somebody has to look at them. */
export const heldBack = z.strictObject({
  day: z.iso.date(),
  channel: z.string(),
  job_seeker: z.number(),
  employer: z.number(),
});

export type HeldBack = z.infer<typeof heldBack>;

/** How many of each side, such as “41 job seekers and 1 employer”. */
export const peopleIn = (held: HeldBack): string =>
  Object.values(questionnaire.sides)
    .filter(({ id }) => held[id] > 0)
    .map(({ id, people }) => `${held[id]} ${people.toLowerCase().slice(0, held[id] === 1 ? -1 : undefined)}`)
    .join(' and ');
