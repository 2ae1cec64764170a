import { archiveName, type PackageFile } from '../../release/package/packageFiles.ts';
import type { Release } from '../../release/release.ts';
import { sha256 } from '../../release/sha256.ts';

/** A file of a data package as the data page offers it. */
export interface Download {
  readonly name: string;
  /** From the root of the site. */
  readonly path: string;
  readonly about: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

interface Resource {
  readonly path: string;
  readonly description: string;
  readonly mediatype: string;
}

/** What says nothing of itself in datapackage.json. */
const others: Readonly<Record<string, Omit<Resource, 'path'>>> = {
  'datapackage.json': {
    description: 'What every column of every table holds, as a Data Package, version 2.',
    mediatype: 'application/json',
  },
  'README.md': { description: 'What is in the package and how to read it.', mediatype: 'text/markdown' },
  'CITATION.cff': { description: 'How to cite it, for programs.', mediatype: 'application/yaml' },
  LICENSE: { description: 'The licence in full.', mediatype: 'text/plain' },
  'checksums.sha256': {
    description: 'The SHA-256 of every other file, for sha256sum --check.',
    mediatype: 'text/plain',
  },
};

/** The descriptions that the package itself gives of its files. */
function resourcesOf(files: readonly PackageFile[]): readonly Resource[] {
  const descriptor = files.find(({ name }) => name === 'datapackage.json');
  if (typeof descriptor?.content !== 'string') throw new Error('The data package has no datapackage.json.');
  return (JSON.parse(descriptor.content) as { resources: readonly Resource[] }).resources;
}

/**
 * Every file of a release’s data package, the archive first.
 * @throws Error on a file that nobody has said anything about.
 */
export function downloadsOf(release: Release, files: readonly PackageFile[]): readonly Download[] {
  const resources = resourcesOf(files);
  const archive = archiveName(release);
  const aboutOf = (name: string): Omit<Resource, 'path'> => {
    if (name === archive)
      return { description: 'Everything below in one file.', mediatype: 'application/zip' };
    const found = resources.find(({ path }) => path === name) ?? others[name];
    if (found === undefined) throw new Error(`The data page does not know what ${name} is.`);
    return found;
  };
  return files
    .map(({ name, content }) => {
      const { description, mediatype } = aboutOf(name);
      return {
        name,
        path: `/data/${release.id}/${name}`,
        about: description,
        mediaType: mediatype,
        bytes: typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength,
        sha256: sha256(content),
      };
    })
    .toSorted((a, b) => Number(b.name === archive) - Number(a.name === archive));
}
