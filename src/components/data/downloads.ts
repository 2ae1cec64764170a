import type { SitePath } from '../../address.ts';
import { readFileSync } from 'node:fs';
import type { PublishedRelease } from '../../release/published.ts';

/** A file of a data package as the data page offers it. */
export interface Download {
  readonly name: string;
  readonly path: SitePath;
  readonly about: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file as datapackage.json describes it. */
interface Resource {
  readonly path: string;
  readonly description: string;
}

/** The files that datapackage.json does not describe. */
const others: Readonly<Record<string, string>> = {
  'datapackage.json': 'What every column of every table holds, as a Data Package, version 2.',
  'README.md': 'What is in the package and how to read it.',
  'CITATION.cff': 'How to cite it, for programs.',
  LICENSE: 'The licence in full.',
  'checksums.sha256': 'The SHA-256 of every other file, for sha256sum --check.',
};

const mediaTypes: Readonly<Record<string, string>> = {
  cff: 'application/yaml',
  csv: 'text/csv',
  json: 'application/json',
  md: 'text/markdown',
  zip: 'application/zip',
};

/** What a file of a package is, by the end of its name. */
export const mediaTypeOf = (name: string): string => mediaTypes[name.replace(/.*\./, '')] ?? 'text/plain';

const isArchive = ({ name }: { readonly name: string }): boolean => name.endsWith('.zip');

/** Where the archive of a release is. */
export function archiveOf({ id, files }: PublishedRelease): SitePath {
  const archive = files.find(isArchive);
  if (archive === undefined) throw new Error(`The release “${id}” has no archive.`);
  return `/data/${id}/${archive.name}`;
}

/** The files of a release as its own datapackage.json describes them. */
const readResources = (id: string): readonly Resource[] =>
  (
    JSON.parse(readFileSync(`src/content/releases/${id}/datapackage.json`, 'utf8')) as {
      resources: readonly Resource[];
    }
  ).resources;

/**
 * Every file of a release’s data package, the archive first.
 * @throws Error on a file without a description.
 */
export function downloadsOf({ id, files }: PublishedRelease): readonly Download[] {
  const resources = readResources(id);
  const aboutOf = (name: string): string => {
    const about = resources.find(({ path }) => path === name)?.description ?? others[name];
    if (about === undefined) throw new Error(`The data page does not know what ${name} is.`);
    return about;
  };
  return files
    .toSorted((a, b) => Number(isArchive(b)) - Number(isArchive(a)))
    .map((file) => ({
      ...file,
      path: `/data/${id}/${file.name}`,
      about: isArchive(file) ? 'Everything below in one file.' : aboutOf(file.name),
      mediaType: mediaTypeOf(file.name),
    }));
}
