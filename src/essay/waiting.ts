import { readdirSync, readFileSync } from 'node:fs';
import { readFrontMatter } from './frontMatter.ts';

/** Front matter as it was written, whatever it holds. */
interface Written {
  readonly draft?: unknown;
  readonly published?: unknown;
  readonly tags?: readonly string[];
  readonly series?: string;
}

/** Why a text is not on the site on a day, or nothing where it is. @param today such as 2026-11-30, in UTC */
export function whyItWaits(frontMatter: unknown, today: string): string | undefined {
  const { draft, published } = (frontMatter ?? {}) as Written;
  if (draft === true) return 'a draft, which `npm run dev` alone shows';
  if (typeof published === 'string' && published > today)
    return `waits until ${published}: a build on that day or later publishes it`;
  return undefined;
}

/** An essay that is published on its day when nobody is looking. */
export interface WaitingEssay {
  readonly file: string;
  readonly text: string;
  /** `/essays/<slug>/` */
  readonly path: string;
  /** Pages that may not be there yet and will be on its day: of this essay and those that are published no later. */
  readonly coming: ReadonlySet<string>;
}

/**
 * The essays that wait for their day: what would stop the build of that day is to stop those before it. Drafts are left out.
 *
 * @param folder from the root of the project
 * @param today such as 2026-11-30, in UTC
 */
export function waitingEssays(folder: string, today: string): readonly WaitingEssay[] {
  const waiting = readdirSync(folder)
    .filter((name) => /\.mdx?$/.test(name))
    .map((name) => {
      const file = `${folder}/${name}`;
      const text = readFileSync(file, 'utf8');
      const written = (readFrontMatter(file, text).document.toJS() ?? {}) as Written;
      return { file, text, path: `/essays/${name.replace(/\.mdx?$/, '')}/`, written };
    })
    .filter(({ written }) => written.draft !== true && whyItWaits(written, today) !== undefined);
  const day = ({ written }: (typeof waiting)[number]) => String(written.published);
  return waiting.map((essay) => ({
    ...essay,
    coming: new Set(
      waiting
        .filter((other) => day(other) <= day(essay))
        .flatMap(({ path, written: { tags = [], series } }) => [
          path,
          ...tags.map((tag) => `/essays/tags/${tag}/`),
          ...(series === undefined ? [] : [`/essays/series/${series}/`]),
        ]),
    ),
  }));
}
