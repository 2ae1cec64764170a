import * as z from 'zod/mini';

const entry = z.strictObject({
  date: z.iso.date(),
  /** The release it is about; null where it is about none in particular. */
  release: z.nullable(z.string()),
  /** What was done, in one or two sentences. */
  what: z.string().check(z.minLength(1), z.trim()),
});

const schema = z.strictObject({
  /** What changed in the way figures are made. */
  changes: z.array(entry),
  /** What was wrong in something published, and what is right. */
  corrections: z.array(entry),
});

export type LogEntry = z.infer<typeof entry>;
export type Logs = z.infer<typeof schema>;

const newestFirst = (entries: readonly LogEntry[]): LogEntry[] =>
  entries.toSorted((a, b) => b.date.localeCompare(a.date));

/**
 * The change log and the corrections log as src/content/corrections.json holds them, newest first.
 * @param releases ids of the releases there are
 * @throws Error saying what is wrong with which entry.
 */
export function readLogs(written: unknown, releases: readonly string[]): Logs {
  const read = schema.safeParse(written);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(
      `src/content/corrections.json, ${issue?.path.join(' ') ?? 'the file'}: ${issue?.message ?? 'cannot be read'}.`,
    );
  }
  const { changes, corrections } = read.data;
  const unknown = [...changes, ...corrections].find(
    ({ release }) => release !== null && !releases.includes(release),
  );
  if (unknown !== undefined)
    throw new Error(
      `src/content/corrections.json, ${unknown.date}: there is no release “${unknown.release ?? ''}”; there are ${releases.join(', ')}.`,
    );
  return { changes: newestFirst(changes), corrections: newestFirst(corrections) };
}
