import { codebookMarkdown } from '../../survey/codebook.ts';
import { feedsOf } from '../estimatesOf.ts';
import { questionnaire } from '../../survey/questionnaire.ts';
import type { Release } from '../release.ts';
import { checksums } from '../sha256.ts';
import { codebookTable } from './codebookTable.ts';
import { comparisonsTable } from './comparisonsTable.ts';
import { dataPackage, type PlainFile } from './dataPackage.ts';
import { estimatesTable } from './estimatesTable.ts';
import type { Publisher } from './publisher.ts';
import { qualityTable } from './qualityTable.ts';
import { readme } from './readme.ts';
import { releasesTable } from './releasesTable.ts';
import { packageName, titleOf } from './titleOf.ts';
import { zip } from './zip.ts';

/** A file of a data package, as it is published. */
export interface PackageFile {
  readonly name: string;
  readonly mediatype: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

const utf8 = '; charset=utf-8';

/** The name of the archive that holds all other files. */
export const archiveName = (release: Pick<Release, 'id'>): string => `${packageName(release)}.zip`;

/** A text as YAML takes it: every JSON string is one (https://yaml.org/spec/1.2.2/#chapter-1-introduction-to-yaml). */
const yaml = (text: string): string => JSON.stringify(text);

/** CITATION.cff, version 1.2.0 (https://citation-file-format.github.io/1.2.0/schema). */
function citationCff(release: Release, publisher: Publisher): string {
  const { description, name: author, licence, address, standardNote } = publisher;
  return [
    'cff-version: 1.2.0',
    'message: "If you use these data, please cite them as below."',
    'type: dataset',
    `title: ${yaml(titleOf(release, publisher))}`,
    `abstract: ${yaml(`${description} ${standardNote}`)}`,
    'authors:',
    `  - name: ${yaml(author)}`,
    `    website: ${yaml(address.href)}`,
    `version: ${yaml(release.id)}`,
    `date-released: ${yaml(release.published)}`,
    `license: ${licence.spdx}`,
    // The page of all releases, with this one on it.
    `url: ${yaml(new URL('/data/', address).href)}`,
    ...(release.commit === null ? [] : [`commit: ${release.commit}`]),
    '',
  ].join('\n');
}

/** What a package holds beside its tables. `frozen` is the text of release.json, published as it is. */
function otherFiles(frozen: string): readonly PlainFile[] {
  const json = { format: 'json', mediatype: 'application/json' };
  return [
    {
      name: 'codebook-text',
      path: 'codebook.md',
      title: 'Codebook to read',
      description: 'The codebook as a text, with what is kept beside the answers.',
      format: 'md',
      mediatype: 'text/markdown',
      text: codebookMarkdown(questionnaire, feedsOf),
    },
    {
      name: 'instrument',
      path: 'instrument.json',
      title: 'Questionnaire',
      description: 'The questionnaire from which the form itself is made.',
      ...json,
      text: `${JSON.stringify(questionnaire, null, 2)}\n`,
    },
    {
      name: 'release',
      path: 'release.json',
      title: 'Release as it was frozen',
      description:
        'The counts as the release job wrote them; every number of the other files is computed from it.',
      ...json,
      text: frozen,
    },
  ];
}

/**
 * The data package of one release (protocol 5): every file, with the archive of all the others last. Deterministic: the
 * same release makes the same bytes.
 * @param frozen the text of release.json, published as it is.
 * @param all every release, for the log.
 * @throws Error when the release was made with another version of the questionnaire than this code knows, or lacks
 * something of the catalogue.
 */
export function packageFiles(
  {
    release,
    frozen,
    all,
  }: { readonly release: Release; readonly frozen: string; readonly all: readonly Release[] },
  publisher: Publisher,
): readonly PackageFile[] {
  if (release.instrument !== questionnaire.version)
    throw new Error(
      `The release “${release.id}” was made with version ${release.instrument} of the questionnaire and this code holds version ${questionnaire.version}: its codebook would be wrong.`,
    );
  const contents = {
    tables: [
      estimatesTable(release, publisher),
      comparisonsTable(release, publisher),
      codebookTable(questionnaire),
      qualityTable(release, publisher),
      releasesTable(release, all, publisher),
    ],
    others: otherFiles(frozen),
  };
  const text = (name: string, mediatype: string, content: string) => ({
    name,
    mediatype: `${mediatype}${utf8}`,
    content,
  });
  const files = [
    ...contents.tables.map(({ name, csv }) => text(`${name}.csv`, 'text/csv', csv)),
    ...contents.others.map(({ path, mediatype, text: content }) => text(path, mediatype, content)),
    text('datapackage.json', 'application/json', dataPackage(release, publisher, contents)),
    text('README.md', 'text/markdown', readme(release, publisher, contents)),
    { name: 'CITATION.cff', mediatype: 'application/yaml', content: citationCff(release, publisher) },
    text('LICENSE', 'text/plain', publisher.licenceText),
  ];
  const complete = [...files, text('checksums.sha256', 'text/plain', checksums(files))];
  return [
    ...complete,
    {
      name: archiveName(release),
      mediatype: 'application/zip',
      content: zip(packageName(release), release.published, complete),
    },
  ];
}
