import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { glob, type Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { threadId } from '../thread/thread.ts';
import { chartFaults } from './chartsIn.ts';
import { proseFaults } from './checkProse.ts';
import { essaySchema } from './essaySchema.ts';
import { checkFrontMatter, readFrontMatter } from './frontMatter.ts';
import { refuse } from './prose.ts';
import { whyItWaits } from './waiting.ts';

/**
 * The files of the essays, in the order of their names.
 *
 * @throws on one whose name can be no address, or that would be overlooked
 */
export function essayFiles(folder: string, names: readonly string[]): readonly string[] {
  const files = names.filter((name) => !name.startsWith('.')).toSorted();
  for (const name of files) {
    const [slug, kind] = [name.replace(/\.[^.]*$/, ''), /[^.]*$/.exec(name)?.[0] ?? ''];
    if (kind !== 'mdx' && kind !== 'md')
      throw new Error(
        `${folder}/${name}: expected essays (.md, .mdx) and folders of their pictures here; "npm run essay -- <file>" makes an essay of a text.`,
      );
    if (!new RegExp(threadId.pattern).test(slug) || slug.length > threadId.maxLength)
      throw new Error(
        `${folder}/${name}: the name of the file is the essay’s address; expected lower-case letters, digits and single hyphens, ${threadId.maxLength} at most, such as ${plainer(slug) || 'my-essay'}.${kind}.`,
      );
    if (kind === 'md' && files.includes(`${slug}.mdx`))
      throw new Error(`${folder}/${name}: ${slug}.mdx has the same address; expected one of the two.`);
  }
  return files;
}

/** The nearest name that an address may have; empty where it has no Latin letter. */
export const plainer = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, threadId.maxLength)
    .replace(/^-+|-+$/g, '');

/**
 * Essays, read with the front matter’s own line in every message. A build leaves out what waits, pictures included, and
 * says so; `npm run dev` has it.
 *
 * @param folder from the root of the project
 */
export function essayLoader(folder: string, chartIds: readonly string[]): Loader {
  const read = (file: string) => {
    const picture = z
      .string('expected the path of a picture')
      .refine((path) => existsSync(join(file, '..', path)), 'expected the path of a picture, from this file');
    const text = readFileSync(file, 'utf8');
    const data = checkFrontMatter(file, text, essaySchema(chartIds, picture));
    refuse(file, proseFaults(file, text));
    refuse(file, chartFaults(file, text, data.charts as string[], chartIds));
    return data;
  };
  return {
    name: 'essays',
    load: async (context) => {
      const { watcher } = context;
      const known = new Map<string, ReturnType<typeof read>>();
      const today = new Date().toISOString().slice(0, 10);
      const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
      const shown = essayFiles(
        folder,
        names.map(({ name }) => name),
      ).filter((name) => {
        const file = `${folder}/${name}`;
        const written: unknown = readFrontMatter(file, readFileSync(file, 'utf8')).document.toJS();
        // Only `npm run dev` watches files.
        const why = watcher ? undefined : whyItWaits(written, today);
        // “soon” sorts after today like a day to come, and what waits is published when nobody is looking: it is read now.
        if (watcher || (written as { draft?: unknown } | null)?.draft !== true) known.set(file, read(file));
        if (why !== undefined) context.logger.info(`${file}: ${why}.`);
        return why === undefined;
      });
      await glob({
        base: folder,
        deferRender: true,
        pattern: watcher ? '*.{md,mdx}' : [...shown],
      }).load({
        ...context,
        parseData: (entry) => {
          const file = relative('.', entry.filePath ?? '');
          const data = (known.get(file) ?? read(file)) as typeof entry.data;
          // What is asked for again was changed.
          known.delete(file);
          return context.parseData({ ...entry, data });
        },
      });
      // A line that is no YAML is met by Astro first, which says neither where nor what was expected.
      watcher?.on('change', (path) => {
        const file = relative('.', path);
        if (dirname(file) !== folder) return;
        try {
          readFrontMatter(file, readFileSync(file, 'utf8'));
        } catch (error) {
          context.logger.error(error instanceof Error ? error.message : String(error));
        }
      });
    },
  };
}
