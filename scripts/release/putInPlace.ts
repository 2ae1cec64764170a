import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes the folder of a release beside its place, so that nobody ever sees half of one.
 * @returns what puts it there and what takes it away again
 */
export async function putInPlace(
  folder: string,
  id: string,
  files: Readonly<Record<string, string>>,
): Promise<{ readonly finish: () => Promise<void>; readonly undo: () => Promise<void> }> {
  const part = join(folder, `${id}.part`);
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(part, name), text);
  return {
    finish: async () => {
      // Only the sample is ever made again.
      await rm(join(folder, id), { recursive: true, force: true });
      await rename(part, join(folder, id));
    },
    undo: () => rm(part, { recursive: true, force: true }),
  };
}
