import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from '../../scripts/command/folders.ts';

/** What makes a site of essays, and where it wants them. */
export interface Builder {
  readonly name: string;
  /** Makes a copy in an empty folder, with all that the site of its own has. */
  readonly prepare: (folder: string) => void;
  /** Path of the n-th essay in the folder. */
  readonly essayAt: (n: number) => string;
  /** More lines of front matter of the n-th essay. */
  readonly head: (n: number) => string;
  /** Arguments of node, and the folders in which it keeps what a later build uses. */
  readonly command: readonly string[];
  readonly kept: readonly string[];
}

/** Astro keeps things in the folder of the packages, so each copy has one of its own, with each package linked into it. */
function linkPackages(folder: string): void {
  mkdirSync(join(folder, 'node_modules'));
  const packages = join(folders.root, 'node_modules');
  for (const name of readdirSync(packages).filter((name) => name === '.bin' || !name.startsWith('.')))
    symlinkSync(join(packages, name), join(folder, 'node_modules', name));
}

const copyOf = (peer: string) => (folder: string) => {
  cpSync(join(import.meta.dirname, '../peers/build', peer), folder, { recursive: true });
};

const astroKeeps = ['.astro', 'node_modules/.astro', 'node_modules/.vite', 'dist'];
/** Neither what is an owner’s own nor what a build does not read. */
const notCopied =
  /^\/(node_modules|\.git|\.cache|dist|\.astro|\.env|\.supabase-local|\.backups|bench|tests)([/.]|$)/;

/** Of the site's own essays. */
const tags = [
  'asking',
  'evidence',
  'graduates',
  'how-to',
  'law',
  'reasons',
  'rejection-letters',
  'silence',
  'waiting',
] as const;
/** Two of them, by the number of an essay: every pair occurs, so that what is near is not the same everywhere. */
const tagsOf = (n: number): readonly string[] =>
  [n, n + 1 + (n % (tags.length - 1))].map((place) => tags[place % tags.length] ?? tags[0]);

export const builders: readonly Builder[] = [
  {
    name: 'ours',
    prepare: (folder) => {
      cpSync(folders.root, folder, {
        recursive: true,
        filter: (source) => !notCopied.test(source.slice(folders.root.length)),
      });
      linkPackages(folder);
    },
    essayAt: (n) => `src/content/essays/number-${n}.mdx`,
    head: (n) =>
      `description: An essay that was made for a measurement and says nothing.\nquestion: What did they not say?\npublished: 2026-01-01\ntags: [${tagsOf(n).join(', ')}]\ncharts: []\n`,
    command: ['scripts/build.ts', '--local'],
    kept: astroKeeps,
  },
  {
    name: 'bare Astro, MDX',
    prepare: (folder) => {
      copyOf('astro')(folder);
      mkdirSync(join(folder, 'src/content/essays'), { recursive: true });
      linkPackages(folder);
    },
    essayAt: (n) => `src/content/essays/number-${n}.mdx`,
    head: () => '',
    command: [join(folders.root, 'node_modules/astro/bin/astro.mjs'), 'build'],
    kept: astroKeeps,
  },
  {
    name: 'Eleventy, Markdown',
    prepare: (folder) => {
      copyOf('eleventy')(folder);
      mkdirSync(join(folder, 'essays'));
    },
    essayAt: (n) => `essays/number-${n}.md`,
    head: () => '',
    command: [join(import.meta.dirname, '../node_modules/@11ty/eleventy/cmd.cjs'), '--quiet'],
    kept: ['dist'],
  },
];
