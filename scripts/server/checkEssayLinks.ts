import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { deadLinks } from '../../src/essay/checkLinks.ts';
import { refuse } from '../../src/essay/prose.ts';
import { waitingEssays } from '../../src/essay/waiting.ts';

/**
 * Stops a build whose essays link to what it does not hold, also those that wait for their day: only when all pages are
 * made is it known what there is.
 *
 * @param folder of the essays, from the root of the project
 */
export const checkEssayLinks = (folder: string): AstroIntegration => ({
  name: 'check-essay-links',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const dist = fileURLToPath(dir);
      for (const name of readdirSync(folder).filter((each) => /\.mdx?$/.test(each))) {
        const [file, from] = [`${folder}/${name}`, `/essays/${name.replace(/\.mdx?$/, '')}/`];
        if (existsSync(join(dist, from)))
          refuse(file, deadLinks({ dist, from }, file, readFileSync(file, 'utf8')));
      }
      const today = new Date().toISOString().slice(0, 10);
      for (const { file, text, path, coming } of waitingEssays(folder, today))
        refuse(file, deadLinks({ dist, from: path, coming }, file, text));
    },
  },
});
