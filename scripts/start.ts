import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openEmbeddedSupabase } from './server/embeddedSupabase.ts';
import { folders } from './server/folders.ts';
import { portFromEnvironment } from './server/listen.ts';
import { PlainError } from './server/PlainError.ts';
import { runCommand } from './server/runCommand.ts';
import { serveSite } from './server/serveSite.ts';
import { reasonToBuild } from './server/siteStamp.ts';
import { stopOnSignal } from './server/stopOnSignal.ts';

/** Builds in a process of its own, so that Vite's 500 MB are given back before the server runs for hours. */
async function buildIfNeeded(): Promise<void> {
  const reason = reasonToBuild();
  console.log(
    reason === undefined ? 'The built site is up to date.' : `Building the site, because ${reason}.`,
  );
  if (reason === undefined) return;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'build.ts')], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new PlainError('The site could not be built: see the lines above.');
}

await runCommand(async () => {
  const port = portFromEnvironment();
  // The database first: it holds the lock, so that a second npm start refuses before it touches dist/.
  const supabase = await openEmbeddedSupabase(folders.data);
  for (const file of supabase.applied) console.log(`Applied migration ${file}.`);
  await buildIfNeeded();
  const site = await serveSite(supabase.handle, folders.dist, port);
  stopOnSignal(async () => {
    await site.close();
    await supabase.close();
  });
  console.log(`No, But Why? is at ${site.url} (Ctrl-C stops it).`);
});
