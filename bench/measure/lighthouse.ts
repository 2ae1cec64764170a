import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { findChromium } from '../../scripts/findChromium.ts';
import { flags } from './browser.ts';

const command = fileURLToPath(new URL('../node_modules/lighthouse/cli/index.js', import.meta.url));

/** Milliseconds. A guard against hanging, and no measure. */
const PATIENCE = 240_000;

const judged = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.record(z.string(), z.object({ score: z.number() })),
});

const numeric = z.object({ numericValue: z.number() });

const loaded = judged.extend({
  audits: z.object({
    'largest-contentful-paint': numeric,
    'total-blocking-time': numeric,
    'network-requests': z.object({
      details: z.object({ items: z.array(z.object({ transferSize: z.number() })) }),
    }),
  }),
});

/** One visit with the mobile profile, in a process and a Chromium of its own, as its command line makes it. */
async function visit<Report extends z.infer<typeof judged>>(
  url: string,
  categories: readonly string[],
  schema: z.ZodType<Report>,
): Promise<Report> {
  const { executablePath, environment } = findChromium();
  const child = spawn(
    process.execPath,
    [
      command,
      url,
      '--quiet',
      '--output=json',
      '--output-path=stdout',
      '--no-enable-error-reporting',
      `--only-categories=${categories.join(',')}`,
      `--chrome-flags=${['--headless', ...flags].join(' ')}`,
    ],
    {
      env: { ...process.env, ...environment, CHROME_PATH: executablePath },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: PATIENCE,
    },
  );
  const [said, problem] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (!said.startsWith('{')) throw new Error(`Lighthouse made no report of ${url}. It said: ${problem}`);
  const report = schema.parse(JSON.parse(said));
  if (report.runtimeError !== undefined)
    throw new Error(`Lighthouse failed at ${url}: ${report.runtimeError.message}`);
  return report;
}

const outOf100 = (score: number | undefined): number => Math.round((score ?? Number.NaN) * 100);

/** How a page loads. */
export interface Loading {
  /** Milliseconds until the largest thing in view is painted. */
  readonly lcp: number;
  readonly blocking: number;
  readonly bytes: number;
  readonly requests: number;
  /** Of 100. */
  readonly score: number;
}

export async function loading(url: string): Promise<Loading> {
  const { audits, categories } = await visit(url, ['performance'], loaded);
  const { items } = audits['network-requests'].details;
  return {
    lcp: audits['largest-contentful-paint'].numericValue,
    blocking: audits['total-blocking-time'].numericValue,
    bytes: items.reduce((sum, { transferSize }) => sum + transferSize, 0),
    requests: items.length,
    score: outOf100(categories.performance?.score),
  };
}

/** What is judged besides loading, which is the same at each visit. */
export const otherCategories = ['accessibility', 'best-practices', 'seo'] as const;

/** The scores of a page in these, of 100. */
export async function otherScores(url: string): Promise<readonly number[]> {
  const { categories } = await visit(url, otherCategories, judged);
  return otherCategories.map((category) => outOf100(categories[category]?.score));
}
