import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { site } from '../src/site.ts';
import { folders } from './command/folders.ts';
import { portFromEnvironment } from './server/listen.ts';
import { PlainError } from './command/PlainError.ts';
import { readOptions } from './command/readOptions.ts';
import { runCommand, stopOnSignal } from './command/runCommand.ts';
import { siteAddress } from './build/siteAddress.ts';
import { reasonToBuild } from './build/siteStamp.ts';

/** Seconds between two lines of progress where a line cannot be written over. */
const pause = 30;

/** Says every second how long the build has taken: in one line on a terminal, in a new one now and then elsewhere. */
function showProgress(): () => void {
  const started = performance.now();
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - started) / 1000);
    const line = `Building the site … ${seconds} s`;
    if (process.stdout.isTTY) process.stdout.write(`\r${line}`);
    else if (seconds % pause === 0) console.log(line);
  }, 1000);
  return () => {
    clearInterval(timer);
    if (process.stdout.isTTY) process.stdout.write('\n');
  };
}

/**
 * Builds in a process of its own, so that Vite's 500 MB are given back before the server runs for hours. What the build
 * says is printed only when it fails.
 */
async function buildIfNeeded(): Promise<void> {
  const reason = reasonToBuild();
  if (reason === undefined) {
    console.log('The built site is up to date.');
    return;
  }
  console.log(`Building the site, because ${reason}. This takes about a minute.`);
  const child = spawn(process.execPath, [join(import.meta.dirname, 'build.ts'), '--local'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const endProgress = showProgress();
  const [code] = (await once(child, 'close')) as [number | null];
  endProgress();
  if (code === 0) return;
  console.error(said);
  throw new PlainError('The site could not be built: see the lines above.');
}

await runCommand(async () => {
  readOptions('npm start', {});
  const port = portFromEnvironment();
  // Here and not above: a command that is refused waits for neither.
  const { openEmbeddedSupabase } = await import('./server/embeddedSupabase.ts');
  const { serveSite } = await import('./server/serveSite.ts');
  // The database first: it holds the lock, so that a second npm start refuses before it touches dist/.
  const supabase = await openEmbeddedSupabase(folders.data);
  for (const line of supabase.said) console.log(line);
  await buildIfNeeded();
  const { pathname: folder } = siteAddress(process.env);
  const server = await serveSite(supabase.handle, folders.dist, port, folder);
  stopOnSignal(async () => {
    await server.close();
    await supabase.close();
  });
  console.log(`${site.name} is at ${server.url}${folder.replace(/^\/$/, '')} (Ctrl-C stops it).`);
});
