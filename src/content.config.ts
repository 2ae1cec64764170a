import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { chartIds } from './charts/figures/figureOf.ts';
import { essaySchema } from './essay/essaySchema.ts';
import { release } from './release/release.ts';

const essays = defineCollection({
  loader: glob({ base: './src/content/essays', pattern: '*.mdx' }),
  schema: essaySchema(chartIds),
});

const releases = defineCollection({
  loader: glob({ base: './src/content/releases', pattern: '*/release.json' }),
  schema: release,
});

export const collections = { essays, releases };
