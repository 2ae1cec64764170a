import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FIRST_RELEASE, MINIMUM_GROUP } from '../../src/release/disclosure/thresholds.ts';
import { readCounts } from '../../src/release/partitions/readCounts.ts';
import { nextProgress, PROGRESS_FILE, progressText, readProgress } from '../../src/release/progress.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { folders } from '../command/folders.ts';
import type { Database } from './database.ts';
import { countReal } from './source.ts';

/**
 * Counts the included answers of each side and writes them, in steps of ten, for a person to commit.
 * @returns the sentence to print
 * @throws {ReleaseError} when the last count is less than a week old, or its file is not as it was written
 */
export async function writeProgress(database: Database, dryRun: boolean): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const recorded = await database.readLedger();
  const tally = await countReal(database, recorded, today);
  const releases = recorded.releases.map(({ id }) => id);
  const included = (side: 'job_seeker' | 'employer'): number =>
    readCounts(tally, side, releases).where({ counted: true, segment: null }).count(['eligible']);
  const file = join(folders.releases, PROGRESS_FILE);
  const shown = `src/content/releases/${PROGRESS_FILE}`;
  const before = existsSync(file) ? readProgress(shown, await readFile(file, 'utf8'), today) : undefined;
  const next = nextProgress(
    before,
    { job_seeker: included('job_seeker'), employer: included('employer') },
    today,
  );
  if (next === undefined)
    return `Fewer than ${MINIMUM_GROUP} answers on each side: there is no step to publish yet, and nothing was written.`;
  const said = Object.values(questionnaire.sides).map(
    ({ id, people }) => `${people}: ${next[id]}${next[id] === FIRST_RELEASE ? ' or more' : ''}`,
  );
  if (dryRun) return `${said.join('. ')}. Nothing was written: this was a dry run.`;
  await mkdir(folders.releases, { recursive: true });
  await writeFile(`${file}.part`, progressText(next));
  await rename(`${file}.part`, file);
  return `${said.join('. ')}. Wrote ${shown}.`;
}
