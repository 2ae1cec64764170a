import { release } from '../release.ts';
import { scan } from './scan.ts';
import { scanSums } from './scanSums.ts';
import { changesSince, SEAL } from './seal.ts';

/** So many problems are named; the others are counted. */
const NAMED = 3;

function refuse(file: string, problems: readonly string[], advice: string): void {
  if (problems.length === 0) return;
  const more = problems.length > NAMED ? `; and ${problems.length - NAMED} more` : '';
  throw new Error(`${file} ${problems.slice(0, NAMED).join('; it ')}${more}. ${advice}`);
}

/**
 * Lets a release pass into the site only as the release job froze it, and only while it keeps the rules that can be
 * read from it: a seal made again after an edit does not help an impossible or revealing number.
 * @param file as a person finds it: “src/content/releases/2026-12/release.json”
 * @param seal undefined where there is none
 * @throws Error that names the file, the table and the cell, and says what to do
 */
export function refuseEdited(file: string, text: string, seal: string | undefined): void {
  const back =
    'A release is never edited by hand: put the file back as it was, or make a new release with "npm run release".';
  if (seal === undefined) refuse(file, [`has no ${SEAL} beside it`], back);
  else refuse(file, changesSince(text, seal), back);
  const { data } = release.safeParse(JSON.parse(text));
  // What is not a release at all is refused by its schema, in its own words.
  if (data === undefined) return;
  const problems = [...scan(data.tables), ...scanSums(data)].map(
    (sentence) => `breaks a rule: ${sentence.replace(/\.$/, '')}`,
  );
  refuse(file, problems, 'Do not publish it: run "npm run release" again.');
}
