import { chromium as driver, type Browser } from 'playwright-core';
import { findChromium } from '../../scripts/findChromium.ts';

/** In a container there is nothing to sandbox with, and no screen. */
export const flags = ['--no-sandbox', '--disable-gpu'];

export async function openBrowser(): Promise<Browser> {
  const { executablePath, environment } = findChromium();
  return driver.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...environment },
    args: flags,
  });
}
