import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { envFiles } from '../command/readEnvFiles.ts';
import { isSecretKey, type Plan } from './facts.ts';
import { notSeen, ok, toDo, type Outcome } from './finding.ts';

/** A key as Supabase and the embedded server make them, and the token of a former one. */
const shapes = /sb_secret_[\w-]{31,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/g;

/** The files that git keeps, or nothing where this is no checkout of git. */
function keptByGit(root: string): readonly string[] {
  try {
    return execFileSync('git', ['ls-files', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    })
      .split('\0')
      .filter((name) => name !== '');
  } catch {
    return [];
  }
}

/** The secrets of this environment; the address of the database holds its password. */
const ownIn = ({ SUPABASE_SECRET_KEY, SUPABASE_DB_URL }: Plan['env']): readonly string[] =>
  [SUPABASE_SECRET_KEY ?? '', SUPABASE_DB_URL ?? ''].filter((one) => one !== '');

function holdsKey(path: string, own: readonly string[]): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  const text = readFileSync(path, 'latin1');
  if (own.some((one) => text.includes(one))) return true;
  return [...text.matchAll(shapes)].some(([key]) => isSecretKey(key));
}

const advice =
  'take it out, and replace it in the dashboard, API Keys, because whoever has seen it may do everything';

/** Whether a secret key is in what git keeps, and so is given to whoever has a copy. */
export function keptOutOfGit({ env, root }: Plan): Outcome {
  const found = keptByGit(root).find((name) => holdsKey(join(root, name), ownIn(env)));
  return found === undefined
    ? ok('No secret key is in the files that git keeps.')
    : toDo(`A secret key is in ${found}: ${advice}.`);
}

/** Whether other accounts of this machine may read a secret key. Windows has no such modes. */
export function keptFromOthers({ env, root }: Plan): Outcome {
  const open = envFiles.filter((name) => {
    const path = join(root, name);
    return holdsKey(path, ownIn(env)) && (statSync(path).mode & 0o077) !== 0 && process.platform !== 'win32';
  });
  return open.length === 0
    ? ok('No other account of this machine can read a secret key in .env.')
    : toDo(
        `Run "chmod 600 ${open.join(' ')}": other accounts of this machine can read the secret key there.`,
      );
}

/** Whether a secret key is in the built site. */
export function keptOutOfSite(dist: string, env: Plan['env']): Outcome {
  if (!existsSync(dist)) return notSeen('Not seen: no site is built yet.');
  const found = globSync('**/*', { cwd: dist }).find((name) => holdsKey(join(dist, name), ownIn(env)));
  return found === undefined
    ? ok('No secret key is in the built site.')
    : toDo(`A secret key is in ${found} of the built site: do not publish it, ${advice}.`);
}
