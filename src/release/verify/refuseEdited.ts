import { catalogueChecksum } from '../catalogueChecksum.ts';
import { release, releaseId, SAMPLE } from '../release.ts';
import type { ReleaseHead } from '../releaseHead.ts';
import { ReleaseError } from '../ReleaseError.ts';
import { checksums, sha256 } from '../sha256.ts';
import { shownNow } from '../shownNow.ts';
import { scan } from './scan.ts';
import { scanSums } from './scanSums.ts';

/** The one file in the folder of a release that is not published: it names every other with its SHA-256. */
export const CHECKSUM_FILE = 'package.sha256';

/** The files of one folder, by name. */
export type Folder = ReadonlyMap<string, string | Uint8Array>;

/** What the checksum file of a release holds: `sha256sum --check package.sha256` reads it too. */
export const packageChecksum = (files: Folder): string =>
  checksums([...files].map(([name, content]) => ({ name, content })));

/** The SHA-256 of each file that a checksum file names, in its order. */
export const readChecksums = (written: string | Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    (typeof written === 'string' ? written : new TextDecoder().decode(written))
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );

/**
 * Refuses the folder of a release that is not as the release job wrote it. The checksums guard against slips; they cannot
 * stop someone who makes them again.
 * @param folder the path to show: “src/content/releases/2026-12”
 * @param files every file in it
 * @throws {ReleaseError} with one sentence that names the file and says what to do
 */
export function refuseEdited(folder: string, files: Folder): void {
  const written = files.get(CHECKSUM_FILE);
  const putBack = `"git restore ${folder}" puts it back`;
  if (written === undefined) throw new ReleaseError(`${folder}/${CHECKSUM_FILE} is missing: ${putBack}.`);
  const listed = readChecksums(written);
  for (const [name, checksum] of listed) {
    const content = files.get(name);
    if (content === undefined) throw new ReleaseError(`${folder}/${name} is missing: ${putBack}.`);
    if (sha256(content) !== checksum)
      throw new ReleaseError(
        `${folder}/${name} was edited after the release and no longer matches its ${CHECKSUM_FILE}: "git diff" shows what changed, and "git restore ${folder}/${name}" puts it back.`,
      );
  }
  for (const name of files.keys())
    if (name !== CHECKSUM_FILE && !listed.has(name))
      throw new ReleaseError(
        `${folder}/${name} is not in its ${CHECKSUM_FILE}, so it is no part of the release: move it out of the folder.`,
      );
}

/** The releases that a package names: its own and every one before it, in the first column of their log. */
export function releasesIn(files: Folder): readonly string[] {
  const log = files.get('releases.csv') ?? '';
  const lines = (typeof log === 'string' ? log : new TextDecoder().decode(log)).split('\n');
  return lines.map((line) => line.split(',')[0] ?? '').filter((id) => releaseId.test(id));
}

/**
 * Refuses the folder of all releases where one is gone that a later one names, because somebody may have cited it.
 * @param folder the path to show: “src/content/releases”
 * @throws {ReleaseError} with one sentence that names the folder and says what to do
 */
export function refuseLost(
  folder: string,
  releases: readonly { readonly head: Pick<ReleaseHead, 'id'>; readonly named: readonly string[] }[],
): void {
  const present = new Set(releases.map(({ head }) => head.id));
  for (const { head, named } of releases) {
    const lost = named.find((id) => !present.has(id));
    if (lost !== undefined)
      throw new ReleaseError(
        `${folder}/${lost} is missing, and the release ${head.id} names it: "git restore ${folder}/${lost}" puts it back or, where its loss was committed, "git restore --source COMMIT ${folder}/${lost}" with the commit before it.`,
      );
  }
}

/**
 * Refuses to show a sample of another questionnaire or catalogue: it can be made again, and stands for what would be
 * published now. A real release stays what it was.
 * @throws {ReleaseError} with one sentence that says what to do
 */
export function refuseOldSample(file: string, { id, catalogue }: ReleaseHead): void {
  if (id !== SAMPLE || catalogue === catalogueChecksum()) return;
  throw new ReleaseError(
    `${file} was made with another questionnaire or catalogue than this code holds: delete src/content/releases/${SAMPLE}, start the site with "npm start", then run "npm run sample" and "npm run release".`,
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
  const shown = shownNow(data);
  const problems = [...scan(shown.tables), ...scanSums(shown)].map(
    (sentence) => `breaks a rule: ${sentence.replace(/\.$/, '')}`,
  );
  if (problems.length === 0) return;
  const more = problems.length > NAMED ? `; and ${problems.length - NAMED} more` : '';
  throw new ReleaseError(
    `${file} ${problems.slice(0, NAMED).join('; it ')}${more}. ${
      data.id === SAMPLE
        ? 'Run "npm run release" again'
        : `Put it back with "git restore ${file.replace(/\/[^/]*$/, '')}"; if it is as it was published and a rule has changed since, put the rule back or make the next release`
    }.`,
  );
}
