import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openEmbeddedSupabase } from '../../scripts/server/embeddedSupabase.ts';
import { folders } from '../../scripts/command/folders.ts';
import { PlainError } from '../../scripts/command/PlainError.ts';
import { reasonToBuild } from '../../scripts/build/siteStamp.ts';
import { builtSite, serve } from './serve.ts';

/** Builds the site where dist/ is not up to date. */
export function buildSite(): void {
  const reason = reasonToBuild();
  if (reason === undefined) return;
  console.log(`Building the site, because ${reason} …`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folders.root, 'scripts/build.ts'), '--local'],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new PlainError(`The site could not be built: ${stdout.slice(-2000)}${stderr}`);
}

/** The address of the longest essay. */
export function longestEssay(): string {
  const size = (file: string) => statSync(join(folders.root, file)).size;
  const [longest] = globSync('src/content/essays/*.mdx', { cwd: folders.root }).toSorted(
    (a, b) => size(b) - size(a),
  );
  if (longest === undefined) throw new PlainError('There is no essay in src/content/essays.');
  return `/essays/${basename(longest, '.mdx')}/`;
}

/** The built site as its readers have it, with a database of its own that holds nothing and is gone afterwards. */
export async function serveOurs(): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> {
  buildSite();
  const data = mkdtempSync(join(tmpdir(), 'no-but-why-bench-'));
  const supabase = await openEmbeddedSupabase(data);
  const { origin, close } = await serve(builtSite, supabase.handle);
  return {
    origin,
    close: async () => {
      await close();
      await supabase.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
