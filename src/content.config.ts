import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { parse } from 'yaml';
import { chartIds } from './figures/estimates/figureOf.ts';
import { essayLoader } from './essay/essayLoader.ts';
import { essaySchema } from './essay/essaySchema.ts';
import { studySchema } from './ledger/study.ts';
import { maySample, newest } from './release/currentRelease.ts';
import { refuseRecoded } from './release/definitions.ts';
import { progress, PROGRESS_FILE, readProgress } from './release/progress.ts';
import { publishedFiles, publishedSchema } from './release/published.ts';
import { release, SAMPLE } from './release/release.ts';
import { releaseHead } from './release/releaseHead.ts';
import { shownNow } from './release/shownNow.ts';
import {
  refuseBrokenRules,
  refuseEdited,
  refuseLost,
  refuseOldSample,
  releasesIn,
} from './release/verify/refuseEdited.ts';

const essays = defineCollection({
  loader: essayLoader('src/content/essays', chartIds),
  schema: ({ image }) => essaySchema(chartIds, image()),
});

const studies = glob({ base: './src/content/ledger', pattern: '*.yaml' });

/** What others have found, one study a file (CONTRIBUTING.md, “Add a figure of others”). */
const ledger = defineCollection({
  loader: {
    name: 'studies',
    // Astro’s reader makes 2 March of a 2026-02-30; this one leaves a day the text that it is.
    load: (context) =>
      studies.load({
        ...context,
        parseData: (entry) => {
          const data = parse(readFileSync(entry.filePath ?? '', 'utf8')) as typeof entry.data;
          return context.parseData({ ...entry, data });
        },
      }),
  },
  schema: studySchema,
});

/** Documents of the repository that have a page on the site. */
const documents = defineCollection({ loader: glob({ base: './docs', pattern: 'protocol.md' }) });

const releasesFolder = 'src/content/releases';

function readFolder(folder: string) {
  const files = new Map(
    readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
  refuseEdited(folder, files);
  const text = files.get('release.json')?.toString() ?? '';
  const file = `${folder}/release.json`;
  const head = releaseHead(file, text);
  return { file, text, head, named: releasesIn(files), files: publishedFiles(files) };
}

/** Every release that may be on the site, each as it was written. */
function readReleases() {
  if (!existsSync(releasesFolder)) return [];
  const all = readdirSync(releasesFolder, { withFileTypes: true })
    // A folder that the release job did not finish.
    .filter((entry) => entry.isDirectory() && !entry.name.endsWith('.part'))
    .map(({ name }) => readFolder(`${releasesFolder}/${name}`));
  refuseLost(releasesFolder, all);
  // A public build holds no made-up number, unless it is told to (protocol 2.11).
  return all.filter(({ head }) => head.id !== SAMPLE || maySample(process.env));
}

/** What was published, whatever questionnaire and catalogue it is of: the site serves the files and makes none. */
const published = defineCollection({
  loader: {
    name: 'published-releases',
    load: async (context) => {
      context.store.clear();
      for (const { file, head, files } of readReleases())
        context.store.set({
          id: head.id,
          data: await context.parseData({ id: head.id, data: { ...head, files }, filePath: file }),
        });
    },
  },
  schema: publishedSchema,
});

/** The release that the site shows, if there is one, with every table of the catalogue of this code. */
const releases = defineCollection({
  loader: {
    name: 'current-release',
    load: async (context) => {
      context.store.clear();
      const all = readReleases();
      const id = newest(all.map(({ head }) => head))?.id;
      const current = all.find(({ head }) => head.id === id);
      if (current === undefined) return;
      const { file, text, head } = current;
      refuseOldSample(file, head);
      const parsed = JSON.parse(text) as Record<string, unknown>;
      const made = release.parse(await context.parseData({ id: head.id, data: parsed, filePath: file }));
      refuseRecoded([made]);
      refuseBrokenRules(file, text);
      context.store.set({ id: head.id, data: { ...shownNow(made) } });
    },
  },
  schema: release,
});

/** How many had answered when they were last counted: one entry, or none while nobody has counted. */
const counts = defineCollection({
  loader: {
    name: 'progress',
    load: async (context) => {
      context.store.clear();
      const file = join(releasesFolder, PROGRESS_FILE);
      if (!existsSync(file)) return;
      const today = new Date().toISOString().slice(0, 10);
      const read = readProgress(file, readFileSync(file, 'utf8'), today);
      const data = await context.parseData({ id: 'progress', data: { ...read } });
      context.store.set({ id: 'progress', data });
    },
  },
  schema: progress,
});

export const collections = { essays, ledger, releases, published, documents, progress: counts };
