import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseFolder } from '../../../src/release/package/releaseFolder.ts';
import { release as releaseSchema, SAMPLE, type Release } from '../../../src/release/release.ts';
import { publisher } from '../../examples/publisher.ts';

/** Writes the folder of a release, made after `earlier` ones, into a copy of the site. */
export function writeRelease(folder: string, release: Release, earlier: readonly Release[] = []): void {
  const to = join(folder, 'src/content/releases', release.id);
  mkdirSync(to, { recursive: true });
  for (const [name, content] of releaseFolder(release, earlier, publisher))
    writeFileSync(join(to, name), content);
}

/**
 * Puts a release as people’s answers would make it in the place of a site copy’s sample, for what the site does with no
 * made-up one. Its counts are the sample’s.
 */
export function sampleAsReal(folder: string, id = '2026-11'): Release {
  const sampleFolder = join(folder, 'src/content/releases', SAMPLE);
  const sample = releaseSchema.parse(JSON.parse(readFileSync(join(sampleFolder, 'release.json'), 'utf8')));
  const release: Release = {
    ...sample,
    id,
    made_up: false,
    commit: '0123456789abcdef0123456789abcdef01234567',
    tables: sample.tables.map((table) => ({ ...table, vintage: table.vintage === null ? null : id })),
  };
  rmSync(sampleFolder, { recursive: true });
  writeRelease(folder, release);
  return release;
}
