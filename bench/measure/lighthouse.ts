import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { findChromium } from '../../scripts/findChromium.ts';
import { flags } from './browser.ts';

const command = fileURLToPath(new URL('../node_modules/lighthouse/cli/index.js', import.meta.url));

const numeric = z.object({ numericValue: z.number() });

const report = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.record(z.string(), z.object({ score: z.number() })),
  audits: z.object({
    'largest-contentful-paint': numeric,
    'total-blocking-time': numeric,
    'network-requests': z.object({
      details: z.object({ items: z.array(z.object({ transferSize: z.number() })) }),
    }),
  }),
});

/** One visit of Lighthouse with its mobile profile. */
export interface Visit {
  /** Milliseconds until the largest thing in view is painted. */
  readonly lcp: number;
  readonly blocking: number;
  readonly bytes: number;
  readonly requests: number;
  /** Of 100, by category. */
  readonly scores: Readonly<Record<string, number>>;
}

/** In a process of its own, with a Chromium of its own, as its command line does it. @param categories such as performance */
export async function lighthouse(url: string, categories: readonly string[]): Promise<Visit> {
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
      timeout: 120_000,
    },
  );
  const [said, problem] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (!said.startsWith('{')) throw new Error(`Lighthouse made no report of ${url}. It said: ${problem}`);
  const { runtimeError, audits, categories: judged } = report.parse(JSON.parse(said));
  if (runtimeError !== undefined) throw new Error(`Lighthouse failed at ${url}: ${runtimeError.message}`);
  const { items } = audits['network-requests'].details;
  return {
    lcp: audits['largest-contentful-paint'].numericValue,
    blocking: audits['total-blocking-time'].numericValue,
    bytes: items.reduce((sum, { transferSize }) => sum + transferSize, 0),
    requests: items.length,
    scores: Object.fromEntries(
      Object.entries(judged).map(([id, { score }]) => [id, Math.round(score * 100)]),
    ),
  };
}
