import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a build reads. */
const sources = [
  'src',
  'scripts',
  'public',
  'docs',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
  'LICENSE-CONTENT',
];

/** Pages that are pictures to post, slides and posters. Nothing of a page stands in them that it does not hold itself. */
const toPost = 'src/pages/{charts,pass-it-on}/**/*.{png,pdf}.ts';

/** A copy of the site whose files a test may change before it builds it. */
export interface SiteCopy {
  readonly folder: string;
  readonly remove: () => void;
}

/** A copy whose build draws no picture to post, which is a fifth of its work: for tests that neither read nor follow one. */
export function copyWithoutPosts(): SiteCopy {
  const copy = copySite();
  for (const page of globSync(toPost, { cwd: copy.folder })) rmSync(join(copy.folder, page));
  return copy;
}

export function copySite(): SiteCopy {
  const folder = mkdtempSync(join(tmpdir(), 'no-but-why-'));
  for (const name of sources) cpSync(name, join(folder, name), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  // Each package by itself: what Astro and Vite keep there is the copy's own, because two builds run side by side.
  // What was drawn before holds for both, because it is found by the code that draws (keptPicture.ts).
  mkdirSync('node_modules/.cache', { recursive: true });
  const shared = ['.bin', '.cache'];
  for (const name of readdirSync('node_modules').filter(
    (name) => shared.includes(name) || !name.startsWith('.'),
  ))
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
