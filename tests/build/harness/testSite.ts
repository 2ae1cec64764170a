import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reachesBuild } from '../../../scripts/build/siteStamp.ts';

/** Where tests build the site: a folder of their own, so that nobody’s `dist` changes under them. */
export const testSite = resolve('.cache/test-site');

/** Set on the process that runs Vitest, so that the two projects that need the site build it once between them. */
const builtMark = 'TEST_SITE_BUILT';

/**
 * Runs a build of the site in `folder` into `outDir`: the exit code and everything it said.
 * @param settings such as SITE_URL, of which a build has none by itself
 */
export async function runAstroBuild(
  folder: string,
  outDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ code: number; said: string }> {
  const environment = Object.entries(process.env).filter(
    // The built site must not depend on whose machine builds it. Vitest sets NODE_ENV to “test”, which would end up in the pages.
    ([name]) => !reachesBuild(name) && name !== 'NODE_ENV' && !name.startsWith('VITEST'),
  );
  const build = spawn(process.execPath, [astroCommand(), 'build', '--outDir', outDir], {
    cwd: folder,
    env: { ...Object.fromEntries(environment), ASTRO_TELEMETRY_DISABLED: '1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [build.stdout, build.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const [code] = (await once(build, 'close')) as [number | null];
  return { code: code ?? 1, said };
}

/**
 * Builds the site as it stands, once a run.
 *
 * @throws Error with the words of the build when it fails
 */
export async function buildTestSite(): Promise<void> {
  if (process.env[builtMark] === testSite) return;
  const { code, said } = await runAstroBuild(process.cwd(), testSite);
  if (code !== 0 || !existsSync(resolve(testSite, 'index.html')))
    throw new Error(
      `The site does not build, so its tests cannot run. The build said:\n${said.slice(-4000)}`,
    );
  process.env[builtMark] = testSite;
}

function astroCommand(): string {
  const folder = resolve('node_modules/astro');
  const { bin } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as {
    bin: { astro: string };
  };
  return resolve(folder, bin.astro);
}
