import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { chartIds } from './figures/estimates/figureOf.ts';
import { essaySchema } from './essay/essaySchema.ts';
import { release } from './release/release.ts';
import { CHECKSUM_FILE, refuseBrokenRules, refuseEdited } from './release/verify/refuseEdited.ts';

const essays = defineCollection({
  loader: glob({ base: './src/content/essays', pattern: '*.mdx' }),
  schema: essaySchema(chartIds),
});

/** Documents of the repository that have a page on the site. */
const documents = defineCollection({ loader: glob({ base: './docs', pattern: 'protocol.md' }) });

const folder = './src/content/releases';
const pattern = '*/release.json';
const files = glob({ base: folder, pattern });

const releases = defineCollection({
  loader: {
    name: 'frozen-releases',
    load: async (context) => {
      for (const name of globSync(pattern, { cwd: folder })) {
        const file = join(folder, name);
        const text = readFileSync(file, 'utf8');
        const checksum = join(dirname(file), CHECKSUM_FILE);
        refuseEdited(file, text, existsSync(checksum) ? readFileSync(checksum, 'utf8') : undefined);
        refuseBrokenRules(file, text);
      }
      await files.load(context);
    },
  },
  schema: release,
});

export const collections = { essays, releases, documents };
