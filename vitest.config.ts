import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { PlainSummaryReporter } from './tests/plainSummaryReporter.ts';

/** A timeout is a guard against hanging and no measure of speed: milliseconds, a multiple of what the slowest machine takes. */
const hang = 120_000;

/**
 * One room of tests. `groupOrder` runs the rooms one after another, because a build of the site takes both of two cores;
 * a database or a browser waits most of its time, so two files of these run side by side. Nothing is retried: a retry hides what fails now and then.
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

const builtSite = './tests/build/harness/globalSetup.ts';

export default defineConfig({
  test: {
    reporters: ['default', new PlainSummaryReporter()],
    teardownTimeout: 20_000,
    projects: [
      project('unit', 0, { workers: 2 }),
      project('database', 1, {
        workers: 2,
        globalSetup: ['./tests/database/harness/globalSetup.ts'],
      }),
      project('build', 2, { workers: 1, globalSetup: [builtSite] }),
      project('browser', 3, {
        workers: 2,
        globalSetup: [builtSite, './tests/browser/harness/globalSetup.ts'],
      }),
    ],
  },
});
