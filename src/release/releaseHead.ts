import * as z from 'zod/mini';
import type { SideId } from '../survey/question.ts';
import { countedOf } from './counted.ts';
import { ReleaseError } from './ReleaseError.ts';
import { releaseId, SAMPLE } from './release.ts';
import { sideIds } from '../survey/sides.ts';

/** What every release.json begins with, whatever catalogue its tables are of. */
const head = z.object({
  id: z.string().check(z.regex(releaseId, 'must be “sample” or a month such as 2026-12')),
  published: z.iso.date(),
  made_up: z.boolean(),
  instrument: z.string(),
  versions: z.array(z.string()),
  commit: z.nullable(z.string()),
  catalogue: z.string(),
});

const headAndTables = z.extend(head, { tables: z.array(z.unknown()) });

/** What the site says of a release of any age: read without today’s catalogue, so that no change of it can stop a build. */
export const releaseHeadSchema = z.extend(head, {
  /** Counted responses; null where the release does not print them. */
  counted: z.record(z.enum(sideIds), z.nullable(z.strictObject({ n: z.number(), vintage: z.string() }))),
});

export type ReleaseHead = z.infer<typeof releaseHeadSchema>;

const group = z.object({ status: z.string(), n: z.optional(z.number()) });
const countTable = z.object({
  table: z.string(),
  vintage: z.nullable(z.string()),
  groups: z.record(z.string(), group),
  rest: z.nullable(group),
});

/**
 * Reads the head of a release.json.
 * @param file the path to show, which ends in the release’s id and the name of the file
 * @throws {ReleaseError} with one sentence that names the file and what is wrong
 */
export function releaseHead(file: string, text: string): ReleaseHead {
  const unusable = (problem: string) =>
    new ReleaseError(`${file} ${problem}: restore it from where it was committed (git restore).`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw unusable('is not JSON');
  }
  const { data, error } = headAndTables.safeParse(parsed);
  const [issue] = error?.issues ?? [];
  if (data === undefined)
    throw unusable(`is not a release (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''})`);
  const { tables, ...rest } = data;
  if (!file.endsWith(`/${rest.id}/release.json`)) throw unusable(`says it is the release ${rest.id}`);
  if (rest.made_up !== (rest.id === SAMPLE))
    throw unusable(
      rest.made_up
        ? `holds made-up respondents, which belong to the release “${SAMPLE}” and to no other`
        : `is the release “${SAMPLE}” and says that its respondents are real`,
    );
  const shown = tables.flatMap((table) => countTable.safeParse(table).data ?? []);
  const counted = (side: SideId) => countedOf({ tables: shown }, side);
  return { ...rest, counted: { job_seeker: counted('job_seeker'), employer: counted('employer') } };
}
