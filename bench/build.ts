import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { folders } from '../scripts/server/folders.ts';
import { inTurn, median, print, told, withRange } from './measure/rounds.ts';
import type { Found, Section } from './page/section.ts';

/** What the project promises. */
const TARGET = {
  /** What an essay adds, in times of what it adds to a bare Astro. */
  essay: 1.3,
  /** Seconds that ours may take beyond a bare Astro, whatever the number of essays. */
  rest: 4,
} as const;

/** Essays that are added, rising. */
const sizes = [2, 20, 200, 2000] as const;
/** Where one of them is edited. */
const EDITED = 200;

const WORDS = 700;
const words =
  'they knew the reason and did not say it because nobody had asked them to and a form was quicker'.split(
    ' ',
  );

/** An essay of some 700 words, different from every other. @param head more lines of front matter */
function essay(n: number, head = ''): string {
  const prose = Array.from({ length: WORDS }, (_, i) => words[(i * (n + 7) + n) % words.length] ?? '');
  const paragraphs = Array.from({ length: 10 }, (_, i) => {
    const part = prose.slice((i * WORDS) / 10, ((i + 1) * WORDS) / 10).join(' ');
    return `${i % 3 === 0 ? `## Part ${i + 1} of ${n}\n\n` : ''}${part}, **and so on**.`;
  });
  return `---\ntitle: Essay number ${n}\n${head}---\n\n${paragraphs.join('\n\n')}\n`;
}

interface Builder {
  readonly name: string;
  /** Makes a copy in an empty folder, with all that the site of its own has. */
  readonly prepare: (folder: string) => void;
  /** Path of the n-th essay in the folder. */
  readonly essayAt: (n: number) => string;
  readonly head: string;
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
  cpSync(join(import.meta.dirname, 'peers/build', peer), folder, { recursive: true });
};

const astroKeeps = ['.astro', 'node_modules/.astro', 'node_modules/.vite', 'dist'];
const notCopied = /^\/(node_modules|\.git|\.cache|dist|\.astro|\.supabase-local|\.backups|bench|tests)(\/|$)/;

const builders: readonly Builder[] = [
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
    head: 'description: An essay that was made for a measurement and says nothing.\nquestion: What did they not say?\npublished: 2026-01-01\ntags: [evidence]\ncharts: []\n',
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
    head: '',
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
    head: '',
    command: [join(import.meta.dirname, 'node_modules/@11ty/eleventy/cmd.cjs'), '--quiet'],
    kept: ['dist'],
  },
];

interface Built {
  readonly milliseconds: number;
  readonly peak: number;
}

async function run({ name, command }: Builder, folder: string): Promise<Built> {
  const peakFile = join(folder, 'peak');
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', join(import.meta.dirname, 'measure/peak.mjs'), ...command],
    {
      cwd: folder,
      env: { ...process.env, PEAK_FILE: peakFile, ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [said, problem, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  const milliseconds = performance.now() - start;
  if (code !== 0) throw new Error(`${name} does not build: ${said.slice(-2000)}${problem.slice(-2000)}`);
  return { milliseconds, peak: Number(readFileSync(peakFile, 'utf8')) };
}

/** A folder with a site that grows. */
interface Place {
  readonly name: string;
  readonly builder: Builder;
  readonly folder: string;
}

function addEssays({ builder, folder }: Place, from: number, to: number): void {
  for (let n = from + 1; n <= to; n += 1)
    writeFileSync(join(folder, builder.essayAt(n)), essay(n, builder.head));
}

/** Builds with all of Astro’s caches gone; the pictures of ours are kept, as they are between two builds of an owner. */
async function fromCold({ builder, folder }: Place): Promise<Built> {
  for (const kept of builder.kept) rmSync(join(folder, kept), { recursive: true, force: true });
  return run(builder, folder);
}

async function afterAnEdit({ builder, folder }: Place): Promise<Built> {
  writeFileSync(join(folder, builder.essayAt(1)), essay(performance.now() | 0, builder.head));
  return run(builder, folder);
}

/** Milliseconds of each builder, by what was built. */
type Times = ReadonlyMap<string, ReadonlyMap<string, readonly Built[]>>;

const seconds = (built: readonly Built[]): string =>
  withRange(
    built.map(({ milliseconds }) => milliseconds),
    print.seconds,
  );
const cell = (built: readonly Built[]): string =>
  `${seconds(built)} / ${print.megabytes(median(built.map(({ peak }) => peak)))}`;

function found(times: Times, counts: readonly number[], rounds: number, first: Built): Found {
  const of = (what: string, name: string) => times.get(what)?.get(name) ?? [];
  const middle = (what: string, name: string) =>
    median(of(what, name).map(({ milliseconds }) => milliseconds));
  const [least = 0, most = 0] = [counts[0], counts.at(-1)];
  const adds = (name: string) => (middle(String(most), name) - middle(String(least), name)) / (most - least);
  const [ours = '', bare = ''] = builders.map(({ name }) => name);
  const [ratio, rest] = [adds(ours) / adds(bare), middle(String(least), ours) - middle(String(least), bare)];
  return {
    rounds: told(rounds),
    tables: [
      [
        ['Seconds / peak MB', ...builders.map(({ name }) => name)],
        ...counts.map((count) => [
          `${print.whole(count)} essays added`,
          ...builders.map(({ name }) => cell(of(String(count), name))),
        ]),
        ['after an edit of one essay', ...builders.map(({ name }) => cell(of('edit', name)))],
        ['an essay adds, ms', ...builders.map(({ name }) => print.ratio(adds(name)))],
      ],
    ],
    targets: [
      {
        promise: `an essay adds at most ${TARGET.essay} times what it adds to a bare Astro`,
        found: print.ratio(ratio),
        holds: ratio <= TARGET.essay,
      },
      {
        promise: `the rest of our site takes at most ${TARGET.rest} s beyond a bare Astro`,
        found: `${print.seconds(rest)} s; the first build, which draws every picture, took ${print.seconds(first.milliseconds)} s / ${print.megabytes(first.peak)} MB`,
        holds: rest <= TARGET.rest * 1000,
      },
    ],
  };
}

async function measure(quick: boolean): Promise<Found> {
  const rounds = quick ? 1 : 3;
  const counts = quick ? sizes.slice(0, 2) : sizes;
  const root = mkdtempSync(join(tmpdir(), 'no-but-why-bench-'));
  try {
    const places = builders.map((builder, i): Place => {
      const folder = join(root, String(i));
      builder.prepare(folder);
      return { name: builder.name, builder, folder };
    });
    const [ours] = places;
    if (ours === undefined) throw new Error('Ours is not among the builders.');
    console.log('  the first build of ours, which draws every picture');
    const first = await fromCold(ours);
    const times = new Map<string, ReadonlyMap<string, readonly Built[]>>();
    for (const [i, count] of counts.entries()) {
      console.log(`  ${count} essays`);
      for (const place of places) addEssays(place, counts[i - 1] ?? 0, count);
      times.set(String(count), await inTurn(rounds, places, fromCold));
      if (count === EDITED || (quick && i === counts.length - 1))
        times.set('edit', await inTurn(rounds, places, afterAnEdit));
    }
    return found(times, counts, rounds, first);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export const build: Section = {
  title: 'Building the site',
  about: `Our whole site, with its charts, cards, packages and feeds, and essays of ${WORDS} words added to it, beside the same essays as bare pages by
Astro with MDX and by Eleventy with Markdown. What Astro keeps between builds is removed before each, the pictures that ours keeps are not. One essay is edited
with ${EDITED} there, and nothing removed.`,
  minutes: 6,
  measure,
};
