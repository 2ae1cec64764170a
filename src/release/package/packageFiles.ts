import { versions } from '../../survey/versions/versions.ts';
import type { Release } from '../release.ts';
import { checksums } from '../sha256.ts';
import { channelsTable } from './channelsTable.ts';
import { codebookTable } from './codebookTable.ts';
import { comparisonsTable } from './comparisonsTable.ts';
import { citationCff } from './citation.ts';
import { dataPackage } from './dataPackage.ts';
import { estimatesTable } from './estimatesTable.ts';
import { otherFiles } from './otherFiles.ts';
import type { Documents, Publisher } from './publisher.ts';
import { qualityTable } from './qualityTable.ts';
import { readme } from './readme.ts';
import { releasesTable } from './releasesTable.ts';
import { stageExplanationTable } from './stageExplanationTable.ts';
import { packageName } from './titleOf.ts';
import { zip } from './zip.ts';

/** A file of a data package, as it is published. */
export interface PackageFile {
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** The name of the archive that holds all other files. */
export const archiveName = (release: Pick<Release, 'id'>): string => `${packageName(release)}.zip`;

/**
 * The data package of one release (protocol 5): every file, with the archive of all the others last. Made once, by the
 * release job; the site serves what was written then. Deterministic: the same release makes the same bytes.
 * @param frozen the text of release.json, published as it is.
 * @param all this release and those before it, for the log.
 * @throws Error when the release lacks something of the catalogue.
 */
export function packageFiles(
  {
    release,
    frozen,
    all,
  }: { readonly release: Release; readonly frozen: string; readonly all: readonly Release[] },
  publisher: Publisher & Documents,
): readonly PackageFile[] {
  const contents = {
    tables: [
      estimatesTable(release, publisher),
      comparisonsTable(release, publisher),
      stageExplanationTable(release, publisher),
      codebookTable(versions),
      qualityTable(release, publisher),
      channelsTable(release, publisher),
      releasesTable(release, all, publisher),
    ],
    others: otherFiles(frozen, publisher),
  };
  const files = [
    ...contents.tables.map(({ name, csv }) => ({ name: `${name}.csv`, content: csv })),
    ...contents.others.map(({ path, text }) => ({ name: path, content: text })),
    { name: 'datapackage.json', content: dataPackage(release, publisher, contents) },
    { name: 'README.md', content: readme(release, publisher, contents) },
    { name: 'CITATION.cff', content: citationCff(release, publisher) },
    { name: 'LICENSE', content: publisher.licenceText },
  ];
  const complete = [...files, { name: 'checksums.sha256', content: checksums(files) }];
  return [
    ...complete,
    {
      name: archiveName(release),
      content: zip(packageName(release), release.published, complete),
    },
  ];
}
