import { archiveName, type PackageFile } from '../../release/package/packageFiles.ts';
import type { Release } from '../../release/release.ts';
import { sha256 } from '../../release/sha256.ts';

/** A file of a data package as the data page offers it. */
export interface Download {
  readonly name: string;
  /** From the root of the site. */
  readonly path: string;
  readonly about: string;
  /** Without its encoding, which is UTF-8 wherever it is text. */
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

function resourcesOf(files: readonly PackageFile[]): readonly Resource[] {
  const descriptor = files.find(({ name }) => name === 'datapackage.json');
  if (typeof descriptor?.content !== 'string') throw new Error('The data package has no datapackage.json.');
  return (JSON.parse(descriptor.content) as { resources: readonly Resource[] }).resources;
}

/**
 * Every file of a release’s data package, the archive first.
 * @throws Error on a file without a description.
 */
export function downloadsOf(release: Release, files: readonly PackageFile[]): readonly Download[] {
  const resources = resourcesOf(files);
  const archive = archiveName(release);
  const aboutOf = (name: string): string => {
    if (name === archive) return 'Everything below in one file.';
    const about = resources.find(({ path }) => path === name)?.description ?? others[name];
    if (about === undefined) throw new Error(`The data page does not know what ${name} is.`);
    return about;
  };
  return files
    .map(({ name, mediatype, content }) => ({
      name,
      path: `/data/${release.id}/${name}`,
      about: aboutOf(name),
      mediaType: mediatype.replace(/;.*/, ''),
      bytes: typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength,
      sha256: sha256(content),
    }))
    .toSorted((a, b) => Number(b.name === archive) - Number(a.name === archive));
}
