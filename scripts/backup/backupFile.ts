import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { pipeline as finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { PlainError } from '../command/PlainError.ts';

/**
 * The file of a backup, zipped: a line that says what is in it, a line of JSON for each row, table after table, and a last
 * line with the SHA-256 of all lines before.
 */
const name = z.string().regex(/^[a-z_0-9.]+$/);
export const heading = z.strictObject({
  format: z.literal(1),
  made_at: z.iso.datetime(),
  /** As databaseName.ts and project.ts name it; missing in files from before it was said. */
  database: z
    .string()
    .regex(/^[a-z0-9.-]+$/)
    .optional(),
  /** What the database had had, in order: its version. */
  migrations: z.array(z.string().regex(/^\d{14}$/)).min(1),
  responses: z.number(),
  tables: z.array(z.strictObject({ name, columns: z.array(name), rows: z.int().min(0) })),
});
export type Heading = z.infer<typeof heading>;
const ending = z.strictObject({ sha256: z.string() });

export interface Backup {
  readonly file: string;
  readonly heading: Heading;
  /** Every row as JSON, with its table, in the order of the file. */
  readonly rows: () => AsyncGenerator<{ readonly table: string; readonly row: string }>;
}

const damaged = (file: string): PlainError =>
  new PlainError(
    `${file} is not a whole backup: it was cut off or altered after it was made, so nothing was restored; take another one.`,
  );

async function* sealed(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const line of lines) {
    hash.update(`${line}\n`);
    yield `${line}\n`;
  }
  yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`;
}

/** Writes a file that only its owner may read, and waits until it is on the disk. */
export const writeLines = (file: string, lines: AsyncIterable<string>): Promise<void> =>
  finished(sealed(lines), createGzip(), createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));

/** @throws {PlainError} where the archive is broken */
async function* linesOf(file: string): AsyncGenerator<string, void> {
  // What fails is thrown by the loop, from either stream.
  const text = pipeline(createReadStream(file), createGunzip(), () => undefined).setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw damaged(file);
    throw error;
  }
  if (rest !== '') throw damaged(file);
}

function parsed(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return undefined;
  }
}

/** Reads a file to its end. @throws {PlainError} unless it is whole */
async function check(file: string): Promise<unknown> {
  const hash = createHash('sha256');
  let [first, last]: (string | undefined)[] = [];
  for await (const line of linesOf(file)) {
    if (last !== undefined) hash.update(`${last}\n`);
    first ??= line;
    last = line;
  }
  const end = ending.safeParse(parsed(last));
  if (!end.success || end.data.sha256 !== hash.digest('hex')) throw damaged(file);
  return parsed(first);
}

/**
 * Opens a backup after reading it once to its end, so that nothing is begun with half of one.
 * @throws {PlainError} when it is not there, is no backup, or is not whole
 */
export async function readBackup(file: string): Promise<Backup> {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    throw new PlainError(`${file} is not a file: name a backup that "npm run backup" made.`);
  const read = heading.safeParse(await check(file));
  if (!read.success)
    throw new PlainError(
      `${file} was made by newer code, which this one cannot read: run this with the newer one.`,
    );
  const { tables } = read.data;
  return {
    file,
    heading: read.data,
    async *rows() {
      const lines = linesOf(file);
      await lines.next();
      for (const { name: table, rows } of tables)
        for (let i = 0; i < rows; i += 1) {
          const next: IteratorResult<string, void> = await lines.next();
          if (next.done === true) throw damaged(file);
          yield { table, row: next.value };
        }
    },
  };
}
