import type { TestProject } from 'vitest/node';
import { findChromium, type Chromium } from '../../../scripts/findChromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: Chromium;
  }
}

/** Finds (and on the first run unpacks) the browser once for all test files. */
export default function setup(project: TestProject): void {
  const chromium = findChromium();
  console.log(`Browser tests run in ${chromium.origin}.`);
  project.provide('chromium', chromium);
}
