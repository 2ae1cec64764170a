import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

export interface Chromium {
  executablePath: string;
  /** Variables the browser needs on top of ours. */
  environment: Record<string, string>;
  origin: string;
}

const unpacked = resolve('.cache/chromium');

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The one library that slim Linux images lack; the package carries a copy. */
function lacksNss(): boolean {
  const known = spawnSync('ldconfig', ['-p'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${process.env.PATH ?? ''}${delimiter}/sbin${delimiter}/usr/sbin` },
  });
  return known.status === 0 && !known.stdout.includes('libnss3.so');
}

/**
 * The package unpacks itself into the temporary folder of its process, so that two at once meet there: it gets a process
 * and a folder of its own, which takes its place only when it is complete. The variable makes it unpack its libraries too.
 * https://github.com/Sparticuz/chromium/blob/v153.0.0/source/helper.ts
 */
function unpack(): void {
  const folder = `${unpacked}-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  const code = `import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())`;
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  if (run.status !== 0) throw new Error(`The browser of @sparticuz/chromium does not unpack: ${run.stderr}`);
  if (existsSync(join(unpacked, 'chromium'))) rmSync(folder, { recursive: true });
  else renameSync(folder, unpacked);
}

function fromNpm(): Chromium | undefined {
  if (platform() !== 'linux' || arch() !== 'x64' || !existsSync('node_modules/@sparticuz/chromium'))
    return undefined;
  if (!existsSync(join(unpacked, 'chromium'))) unpack();
  const libraries = [join(unpacked, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH ?? ''].filter(
    (path) => path !== '',
  );
  return {
    executablePath: join(unpacked, 'chromium'),
    environment: lacksNss() ? { LD_LIBRARY_PATH: libraries.join(delimiter) } : {},
    origin: 'the npm package @sparticuz/chromium',
  };
}

/**
 * The browser that tests and benchmarks drive: the one CHROMIUM_PATH names, else the one from npm, else an installed one.
 *
 * @throws Error with what to install when there is none
 */
export function findChromium(): Chromium {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && !existsSync(named)) {
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  }
  const found = named === undefined ? fromNpm() : { executablePath: named, environment: {}, origin: named };
  if (found !== undefined) return found;
  const installed = usualPlaces.find((path) => existsSync(path));
  if (installed === undefined) {
    throw new Error(
      `There is no Chromium for ${platform()} ${arch()} on npm and none is installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one, then run this again.`,
    );
  }
  return { executablePath: installed, environment: {}, origin: installed };
}
