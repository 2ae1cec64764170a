import type { Reporter, TestModule, SerializedError } from 'vitest/node';

/**
 * Prints “N passed, N failed” alone on the last line, so that a person and a machine read the same sum. A test file
 * that broke before its first test and an error outside every test count as failures; skipped tests are named, since a
 * test that did not run has shown nothing.
 */
export class PlainSummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failedHere += 1;
        if (state === 'skipped') console.log(`Not run: ${test.project.name} › ${test.fullName}`);
      }
      failed += failedHere === 0 && module.state() === 'failed' ? 1 : failedHere;
    }
    console.log(`${passed} passed, ${failed} failed`);
  }
}
