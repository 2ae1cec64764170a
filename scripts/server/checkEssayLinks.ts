import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { deadLinks } from '../../src/essay/checkLinks.ts';
import { refuse } from '../../src/essay/prose.ts';

/** Stops a build whose essays link to what it does not hold: only when all pages are made is it known what there is. */
export const checkEssayLinks: AstroIntegration = {
  name: 'check-essay-links',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const [dist, folder] = [fileURLToPath(dir), 'src/content/essays'];
      for (const name of readdirSync(folder).filter((each) => /\.mdx?$/.test(each))) {
        const [file, from] = [`${folder}/${name}`, `/essays/${name.replace(/\.mdx?$/, '')}/`];
        // A draft has no page yet.
        if (existsSync(join(dist, from)))
          refuse(file, deadLinks(dist, from, file, readFileSync(file, 'utf8')));
      }
    },
  },
};
