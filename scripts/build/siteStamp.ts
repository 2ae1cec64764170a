import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folders } from '../command/folders.ts';

/** What the built site is made from, paths from the root of the repository. */
export const inputs: readonly string[] = [
  'src',
  'public',
  // Has a page of its own.
  'docs/protocol.md',
  'astro.config.mjs',
  'package-lock.json',
  'scripts/browsers',
  'scripts/build',
  'scripts/command',
  'scripts/hosts',
  'scripts/server',
];

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}

/** Whether an environment variable reaches the built site: Astro exposes PUBLIC_*, SITE_URL is the site's address, SAMPLE shows the made-up release, HSTS_SUBDOMAINS is for the files of hosts. */
export const reachesBuild = (name: string): boolean =>
  name.startsWith('PUBLIC_') || ['SITE_URL', 'SAMPLE', 'HSTS_SUBDOMAINS'].includes(name);

function buildVariables(): [string, string][] {
  return Object.entries(process.env)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .filter(([name]) => reachesBuild(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function fingerprint(): string {
  const hash = createHash('sha256').update(JSON.stringify(buildVariables()));
  const files = inputs.flatMap((input) => filesIn(join(folders.root, input)));
  for (const file of files.sort())
    hash.update(`\0${file.slice(folders.root.length)}\0`).update(readFileSync(file));
  // An essay that waited is published on its day, though no file is another.
  const today = new Date().toISOString().slice(0, 10);
  const days = files
    .filter((file) => /\/essays\/[^/]+\.mdx?$/.test(file))
    .map((file) => /^published:\W*(\d{4}-\d\d-\d\d)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '');
  hash.update(`\0${days.filter((day) => day <= today).length}`);
  return hash.digest('hex');
}

/** Why the site has to be built before it can be served, or `undefined` when dist/ is up to date. */
export function reasonToBuild(): string | undefined {
  if (!existsSync(folders.dist)) return 'dist/ is missing';
  if (!existsSync(folders.siteStamp)) return 'dist/ was not finished or not made by npm run build';
  if (readFileSync(folders.siteStamp, 'utf8') !== fingerprint())
    return 'its sources or settings changed, or the day of an essay has come';
  return undefined;
}

/**
 * Runs a build and remembers what it was made from. The inputs are read before it, so that a file saved
 * meanwhile counts as a change, and a build that fails leaves no stamp.
 */
export async function stampAfter(build: () => Promise<void>): Promise<void> {
  rmSync(folders.siteStamp, { force: true });
  const before = fingerprint();
  await build();
  mkdirSync(dirname(folders.siteStamp), { recursive: true });
  writeFileSync(folders.siteStamp, before);
}
