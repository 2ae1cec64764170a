import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { chartIds } from './figures/estimates/figureOf.ts';
import { essaySchema } from './essay/essaySchema.ts';
import { release } from './release/release.ts';
import { refuseEdited } from './release/verify/refuseEdited.ts';
import { SEAL } from './release/verify/seal.ts';

const essays = defineCollection({
  loader: glob({ base: './src/content/essays', pattern: '*.mdx' }),
  schema: essaySchema(chartIds),
});

const folder = './src/content/releases';
const pattern = '*/release.json';
const files = glob({ base: folder, pattern });

const releases = defineCollection({
  loader: {
    name: 'frozen-releases',
    load: async (context) => {
      for (const name of globSync(pattern, { cwd: folder })) {
        const file = join(folder, name);
        const seal = join(dirname(file), SEAL);
        refuseEdited(
          file,
          readFileSync(file, 'utf8'),
          existsSync(seal) ? readFileSync(seal, 'utf8') : undefined,
        );
      }
      await files.load(context);
    },
  },
  schema: release,
});

export const collections = { essays, releases };
