import * as z from 'zod/mini';

const count = z.int().check(z.gte(0));
const counts = z.record(z.string(), count);
const series = { estimate: z.string(), id: z.string() };

/** One series of a release. Published: exact counts, from which every share and range is derived. Withheld: no number. */
export const releaseSeries = z.discriminatedUnion('status', [
  z.strictObject({
    ...series,
    status: z.literal('published'),
    /** People asked, by routing. */
    n_asked: count,
    /** People in the base: the sum of `counts`. */
    n_answered: count,
    counts,
    /** Asked but not in the base: don’t know, prefer not to say, blank. */
    asides: counts,
  }),
  z.strictObject({ ...series, status: z.literal('small_base') }),
]);

/**
 * A frozen release, as the release job writes it and the site reads it: what is published and nothing else.
 * Files of this form live in src/content/releases/<id>/release.json and are never edited by hand.
 */
export const release = z
  .strictObject({
    /** `sample` for made-up respondents, else the month, such as 2026-12. */
    id: z.string().check(z.regex(/^(sample|\d{4}-\d{2})$/, 'must be “sample” or a month such as 2026-12')),
    published: z.iso.date(),
    /** Made-up respondents: every picture, table and headline says so. */
    made_up: z.boolean(),
    instrument: z.string(),
    sides: z.strictObject({
      job_seeker: z.strictObject({ submitted: count, eligible: count }),
      employer: z.strictObject({ submitted: count, eligible: count }),
    }),
    series: z.array(releaseSeries),
  })
  .check(({ value, issues }) => {
    const refuse = (message: string) =>
      issues.push({ code: 'custom', message, path: ['series'], input: value });
    if (value.made_up !== (value.id === 'sample'))
      refuse('made-up respondents belong to the release “sample” and to no other');
    for (const entry of value.series) {
      if (entry.status !== 'published') continue;
      const sum = Object.values(entry.counts).reduce((total, x) => total + x, 0);
      const asked = Object.values(entry.asides).reduce((total, x) => total + x, sum);
      if (sum !== entry.n_answered)
        refuse(
          `${entry.estimate} ${entry.id}: the counts add up to ${sum}, not to n_answered ${entry.n_answered}`,
        );
      if (asked !== entry.n_asked)
        refuse(
          `${entry.estimate} ${entry.id}: counts and asides add up to ${asked}, not to n_asked ${entry.n_asked}`,
        );
    }
  });

export type ReleaseSeries = z.infer<typeof releaseSeries>;
export type Release = z.infer<typeof release>;
