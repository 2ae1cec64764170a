import { release } from '../release.ts';
import { checksums } from '../sha256.ts';
import { scan } from './scan.ts';
import { scanSums } from './scanSums.ts';
import { ReleaseError } from '../ReleaseError.ts';

/** The checksum file beside a release.json: `sha256sum --check release.json.sha256` reads it too. */
export const CHECKSUM_FILE = 'release.json.sha256';

/** What the checksum file of a release holds. */
export const releaseChecksum = (text: string): string => checksums([{ name: 'release.json', content: text }]);

/**
 * Refuses a release.json that is not as the release job wrote it. The checksum guards against slips; it cannot stop
 * someone who runs the release job themselves.
 * @param file the path to show: “src/content/releases/2026-12/release.json”
 * @param checksum the text of the checksum file, undefined where there is none
 * @throws {ReleaseError} with one sentence that names the file and says what to do
 */
export function refuseEdited(file: string, text: string, checksum: string | undefined): void {
  if (checksum === undefined)
    throw new ReleaseError(
      `${file} has no ${CHECKSUM_FILE} beside it: put back the one it was committed with (git restore).`,
    );
  if (checksum !== releaseChecksum(text))
    throw new ReleaseError(
      `${file} was edited by hand and no longer matches its ${CHECKSUM_FILE}: "git diff" shows which value, and "git restore ${file}" puts it back.`,
    );
}

/** How many problems are named; the others are counted. */
const NAMED = 3;

/**
 * Refuses a release that breaks a disclosure rule or whose counts disagree, even where the checksum was made again.
 * A text that is no release at all is left to the schema, which names the field.
 * @throws {ReleaseError} that names the file, the table and the cell, and says what to do
 */
export function refuseBrokenRules(file: string, text: string): void {
  const { data } = release.safeParse(JSON.parse(text));
  if (data === undefined) return;
  const problems = [...scan(data.tables), ...scanSums(data)].map(
    (sentence) => `breaks a rule: ${sentence.replace(/\.$/, '')}`,
  );
  if (problems.length === 0) return;
  const more = problems.length > NAMED ? `; and ${problems.length - NAMED} more` : '';
  throw new ReleaseError(
    `${file} ${problems.slice(0, NAMED).join('; it ')}${more}. Do not publish it: run "npm run release" again.`,
  );
}
