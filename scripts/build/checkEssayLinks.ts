import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { deadLinks } from '../../src/essay/checkLinks.ts';
import { refuse } from '../../src/essay/prose.ts';
import { targetsOf, targetsOn, type Target } from '../../src/essay/targets.ts';
import { waitingEssays } from '../../src/essay/waiting.ts';

/** The ids of an essay’s page that are not of its text. */
const idsAround = (html: string): readonly string[] => targetsOn(html, '.prose [id]').map(({ id }) => id);

/**
 * Stops a build whose essays link to what it does not hold, also those that wait for their day: only when all pages are
 * made is it known what there is.
 *
 * @param folder of the essays, from the root of the project
 */
export const checkEssayLinks = (folder: string): AstroIntegration => ({
  name: 'check-essay-links',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const dist = fileURLToPath(dir);
      const built = readdirSync(folder)
        .filter((name) => /\.mdx?$/.test(name))
        .map((name) => ({ file: `${folder}/${name}`, from: `/essays/${name.replace(/\.mdx?$/, '')}/` }))
        .filter(({ from }) => existsSync(join(dist, from)));
      for (const { file, from } of built) {
        refuse(file, deadLinks({ dist, from }, file, readFileSync(file, 'utf8')));
        // The parser’s memory is freed between two turns of the event loop, and not within one.
        await setImmediate();
      }
      const waiting = waitingEssays(folder, new Date().toISOString().slice(0, 10));
      if (waiting.length === 0) return;
      const around = new Set(
        built.flatMap(({ from }) => idsAround(readFileSync(join(dist, from, 'index.html'), 'utf8'))),
      );
      const targets = new Map<string, readonly Target[]>();
      for (const { file, text, path } of waiting)
        targets.set(path, [...[...around].map((id) => ({ id })), ...(await targetsOf(file, text))]);
      for (const { file, text, path, coming } of waiting)
        refuse(file, deadLinks({ dist, from: path, coming, targets }, file, text));
    },
  },
});
