import * as z from 'zod/mini';
import { shownTable } from './disclosure/shown.ts';
import { MINIMUM_GROUP } from './disclosure/thresholds.ts';
import { chainName } from './tables.ts';

/** The id of the one release that may hold made-up respondents. */
export const SAMPLE = 'sample';

export const releaseId = /^(sample|\d{4}-\d{2}(\.[2-9])?)$/;

/** Counts what became of responses, and nothing of a catalogue. */
const isChain = (table: string): boolean =>
  table.startsWith(chainName('job_seeker')) || table.startsWith(chainName('employer'));

/**
 * A frozen release, as the release job writes it and the site reads it; all of it is public.
 * Files of this form live in src/content/releases/<id>/release.json and are never edited by hand.
 */
export const release = z
  .strictObject({
    /** `sample` for made-up respondents, else the month, such as 2026-12; a second one in a month is 2026-12.2. */
    id: z.string().check(z.regex(releaseId, 'must be “sample” or a month such as 2026-12')),
    published: z.iso.date(),
    /** Made-up respondents, marked on every picture, table and headline. */
    made_up: z.boolean(),
    /** The version of the questionnaire that was asked then. */
    instrument: z.string(),
    /** Every version of the questionnaire that there was, whose answers it counts. */
    versions: z.array(z.string()),
    /** The commit of the code that made it; null for the sample, which stands in the commit that makes it. */
    commit: z.nullable(z.string().check(z.regex(/^[0-9a-f]{40}$/, 'must be the commit of the code'))),
    /** The checksum of the questionnaire and catalogue it was made with. */
    catalogue: z.string().check(z.regex(/^[0-9a-f]{64}$/, 'must be the checksum of a catalogue')),
    /** What each table of that catalogue counts, as a checksum: a table is shown by no code that counts another thing. */
    definitions: z.record(z.string(), z.string()),
    /** How many calls were refused at the door, or asked for a harder proof of work, by `doorCode`, in whole tens (src/release/door.ts). */
    door: z.record(z.string(), z.int().check(z.gte(0), z.multipleOf(MINIMUM_GROUP))),
    /** What became of the responses of each side, then every table of the catalogue, renewed or as it was (P6). */
    tables: z.array(shownTable),
  })
  .check(({ value, issues }) => {
    const refuse = (message: string) =>
      issues.push({ code: 'custom', message, path: ['tables'], input: value });
    if (value.made_up !== (value.id === SAMPLE))
      refuse(`made-up respondents belong to the release “${SAMPLE}” and to no other`);
    if ((value.commit === null) !== value.made_up)
      refuse('a real release names the commit of the code that made it, and the sample does not');
    for (const { table, groups } of value.tables) {
      if (!isChain(table) && value.definitions[table] === undefined)
        refuse(`it does not say what ${table} counts`);
      for (const [code, group] of Object.entries(groups)) {
        if (group.status !== 'published') continue;
        for (const [name, cell] of Object.entries(group.cells))
          if (cell.status === 'published' && cell.x > group.n)
            refuse(`${table}, ${code} ${name}: ${cell.x} of ${group.n} cannot be`);
      }
    }
  });

export type Release = z.infer<typeof release>;
