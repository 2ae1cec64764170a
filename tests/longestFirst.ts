import { existsSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, the longest first. */
const longest = [
  'browser/pages',
  'browser/versions',
  'browser/inFolder',
  'browser/firstWeeks',
  'browser/compare',
  'browser/surveyKeeping',
  'browser/surveyAccess',
  'build/histories',
  'build/badContent',
  'build/firstWeeks',
  'database/releaseJob',
  'database/upgrade',
  'database/backup',
  'database/server',
  'database/commands',
  'database/restoreDrill',
  'database/moderatorCommand',
  'database/parity',
  'database/bursts',
  'database/receipt',
  'unit/charts/render',
  'unit/release/comparisons/simulated',
  'unit/release/verify/simulation',
  'unit/charts/everyDrawing',
  'unit/sample/loadSample',
  'unit/essay/essayCommand',
  'unit/instrument/generate',
  'unit/release/verify/waves',
];

/** A long file that begins last runs on alone while the other core waits, and Vitest knows no times on its first run. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    for (const name of longest)
      if (!existsSync(`tests/${name}.test.ts`))
        throw new Error(`tests/longestFirst.ts names ${name}, which is no test.`);
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
      return place === -1 ? longest.length : place;
    };
    // Vitest runs rooms apart, whatever the order between their files.
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
