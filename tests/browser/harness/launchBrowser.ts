import { chromium as driver, type Browser } from 'playwright-core';
import { inject } from 'vitest';

/** No host but our own has an address, so that nothing a page or the browser asks for can leave the machine. */
const loopbackOnly = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1';

/** A browser with a fresh profile; whoever launches it closes it. */
export function launchBrowser(): Promise<Browser> {
  const { executablePath, environment } = inject('chromium');
  return driver.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...environment },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      loopbackOnly,
    ],
  });
}
