import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { release, SAMPLE, type Release } from '../../src/release/release.ts';
import { releaseHead } from '../../src/release/releaseHead.ts';
import { refuseEdited } from '../../src/release/verify/refuseEdited.ts';
import { PlainError } from '../command/PlainError.ts';
import type { RecordedReleases } from './database.ts';

async function readFiles(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}

async function readRelease(folder: string, id: string): Promise<Release> {
  const shown = `src/content/releases/${id}`;
  const file = `${shown}/release.json`;
  const files = await readFiles(join(folder, id));
  refuseEdited(shown, files);
  const text = new TextDecoder().decode(files.get('release.json'));
  releaseHead(file, text);
  const parsed = release.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new PlainError(
    `${file} is not a release (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}): restore it from where it was committed.`,
  );
}

/**
 * The real releases in a folder, oldest first, which must be those recorded in the database.
 * @throws {PlainError} naming the file that is missing, was edited, or belongs to another database
 */
export async function earlierReleases(
  folder: string,
  { releases }: RecordedReleases,
): Promise<readonly Release[]> {
  const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : [];
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const half = names.find((name) => name.endsWith('.part'));
  const recorded = new Set(releases.map(({ id }) => id));
  if (half !== undefined) {
    const id = half.slice(0, -'.part'.length);
    throw new PlainError(
      recorded.has(id)
        ? `The release ${id} was recorded, and the job was stopped before its folder was in place: rename src/content/releases/${half} to ${id}, then run this again.`
        : `src/content/releases/${half} is left from a job that was stopped before anything was recorded: delete it, then run this again.`,
    );
  }
  const found = names.filter((name) => name !== SAMPLE).toSorted();
  const missing = [...recorded].find((id) => !found.includes(id));
  if (missing !== undefined)
    throw new PlainError(
      `The release ${missing} was made from this database and src/content/releases/${missing} is missing: get it with "git pull" where it was pushed, else write it as it was recorded with "npm run release -- --recorded".`,
    );
  const foreign = found.find((id) => !recorded.has(id));
  if (foreign !== undefined)
    throw new PlainError(
      `The database knows nothing of the release ${foreign} in src/content/releases: restore release_cells from its backup, or use the database it was made from.`,
    );
  return Promise.all(found.map((id) => readRelease(folder, id)));
}
