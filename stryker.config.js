/**
 * npm run mutation: breaks one operator, number or sentence of the statistics, the disclosure rules and their
 * verification at a time and sees whether a test notices. Surviving mutants are listed in
 * .cache/mutation.json.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  mutate: [
    'src/statistics/**/*.ts',
    'src/release/disclosure/**/*.ts',
    // Sentences for a page.
    '!src/release/disclosure/rules.ts',
    'src/release/verify/{attack,attackAnswers,attackBases,canary,scan,scanRows,scanSmall,verifyRelease}.ts',
  ],
  coverageAnalysis: 'perTest',
  // A guard against hanging, and no measure of speed.
  dryRunTimeoutMinutes: 30,
  concurrency: 2,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { logTests: false, reportTests: false },
  jsonReporter: { fileName: '.cache/mutation.json' },
  // Inside a folder that types, lint and format already leave alone.
  tempDirName: '.cache/stryker',
  ignorePatterns: ['**', '!/{src,tests}/**/*.ts', '!/*.{json,ts}'],
  thresholds: { high: 95, low: 90, break: 90 },
};
