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

export interface LogEntry extends z.infer<typeof entry> {
  /** What an address names it by, which stays when others are added below it in the file: correction-2026-12-01. */
  readonly id: string;
}
export interface Logs {
  readonly changes: readonly LogEntry[];
  readonly corrections: readonly LogEntry[];
}

/** Newest first. Of one day the second is called ‑2, in the order of the file. */
function newestFirst(kind: string, entries: readonly z.infer<typeof entry>[]): LogEntry[] {
  const named = entries.map((one, place) => {
    const before = entries.slice(0, place).filter(({ date }) => date === one.date).length;
    return { ...one, id: `${kind}-${one.date}${before === 0 ? '' : `-${before + 1}`}` };
  });
  return named.toSorted((a, b) => b.date.localeCompare(a.date));
}

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
      `src/content/corrections.json, ${unknown.date}: there is no release “${unknown.release ?? ''}”: name ${['null where it is about none', ...releases].join(', or ')}.`,
    );
  return { changes: newestFirst('change', changes), corrections: newestFirst('correction', corrections) };
}
