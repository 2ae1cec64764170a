import { execFileSync } from 'node:child_process';
import { folders } from '../command/folders.ts';
import { PlainError } from '../command/PlainError.ts';

const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: folders.root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/**
 * The commit of the code that is running, which a release names so that anyone can run the same code. Outside a git
 * repository, as in an unpacked archive, SOURCE_COMMIT gives it.
 * @throws {PlainError} where neither does, or the code has changes that are not committed
 */
export function codeCommit(): string {
  const said = process.env.SOURCE_COMMIT;
  if (said !== undefined) {
    if (/^[0-9a-f]{40}$/.test(said)) return said;
    throw new PlainError(`SOURCE_COMMIT must be a whole commit, 40 hexadecimal digits, not "${said}".`);
  }
  let commit: string;
  try {
    commit = git('rev-parse', 'HEAD').trim();
  } catch {
    throw new PlainError(
      'A release names the commit of the code that made it, and this folder is no git repository: run it in a clone, or set SOURCE_COMMIT.',
    );
  }
  if (git('status', '--porcelain', '--', 'src', 'scripts', 'supabase', 'package-lock.json') !== '')
    throw new PlainError(
      'A release names the commit of the code that made it, and there are changes that no commit holds: commit them first.',
    );
  return commit;
}
