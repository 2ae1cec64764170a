import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { essaySchema } from './essay/essaySchema.ts';
import { catalogue } from './release/catalogue.ts';
import { release } from './release/release.ts';

const essays = defineCollection({
  loader: glob({ base: './src/content/essays', pattern: '*.mdx' }),
  schema: essaySchema(catalogue.map(({ slug }) => slug)),
});

const releases = defineCollection({
  loader: glob({ base: './src/content/releases', pattern: '*/release.json' }),
  schema: release,
});

export const collections = { essays, releases };
