import { resolve } from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { LongestFirst } from './tests/longestFirst.ts';
import { PlainSummaryReporter } from './tests/plainSummaryReporter.ts';

/** A timeout is a guard against hanging and no measure of speed: milliseconds, a multiple of what the slowest machine takes. */
const hang = 300_000;

/**
 * One room of tests. `groupOrder` runs the rooms one after another; a build of the site takes one of two cores, and a database
 * or a browser waits much of its time, so two or three files run side by side. Nothing is retried: a retry hides what fails now and then.
 */
function project(
  name: string,
  groupOrder: number,
  options: { workers: number; globalSetup?: string[] },
): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      globalSetup: options.globalSetup ?? [],
      // Importing was a third of all work, and a worker that keeps its modules does it once: what a file changes in them it puts back.
      isolate: false,
      maxWorkers: options.workers,
      testTimeout: hang,
      hookTimeout: hang,
      expect: { poll: { timeout: hang / 4 } },
      retry: 0,
      sequence: { groupOrder },
    },
  };
}

// A folder without .env files: yours may name a database that is in use.
process.env.NBW_ENV = 'tests';

// The tests start some hundred processes of our own scripts, each of which would compile the same files (https://nodejs.org/api/module.html#module-compile-cache).
process.env.NODE_COMPILE_CACHE ??= resolve('.cache/compiled');

const shuffled = process.argv.some((one) => one.startsWith('--sequence.shuffle'));

const builtSite = './tests/build/harness/globalSetup.ts';
const migratedOnce = './tests/database/harness/migratedOnce.ts';

export default defineConfig({
  test: {
    reporters: ['default', new PlainSummaryReporter()],
    teardownTimeout: 20_000,
    // Where an order of ours is set, Vitest passes over one that is asked for by chance.
    sequence: shuffled ? {} : { sequencer: LongestFirst },
    projects: [
      project('unit', 0, { workers: 2 }),
      project('database', 1, {
        workers: 3,
        globalSetup: [migratedOnce, './tests/database/harness/globalSetup.ts'],
      }),
      project('build', 2, { workers: 2, globalSetup: [builtSite] }),
      project('browser', 3, {
        workers: 3,
        globalSetup: [builtSite, migratedOnce, './tests/browser/harness/globalSetup.ts'],
      }),
    ],
  },
});
