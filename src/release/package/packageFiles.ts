import { codebookMarkdown } from '../../survey/codebook.ts';
import { feedsOf } from '../estimatesOf.ts';
import { questionnaire } from '../../survey/questionnaire.ts';
import type { Release } from '../release.ts';
import { checksums } from '../sha256.ts';
import { citation } from './citation.ts';
import { codebook } from './codebook.ts';
import { comparisons } from './comparisons.ts';
import { dataPackage, type PlainFile } from './dataPackage.ts';
import { estimates } from './estimates.ts';
import type { House } from './house.ts';
import { quality } from './quality.ts';
import { readme } from './readme.ts';
import { releaseLog } from './releaseLog.ts';
import { packageName } from './titleOf.ts';
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

/**
 * The data package of one release (protocol 5): every file, the archive of all the others last. The same release makes
 * the same bytes.
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
  house: House,
): readonly PackageFile[] {
  if (release.instrument !== questionnaire.version)
    throw new Error(
      `The release “${release.id}” was made with version ${release.instrument} of the questionnaire and this code holds version ${questionnaire.version}: its codebook would be wrong.`,
    );
  const tables = [
    estimates(release, house),
    comparisons(release, house),
    codebook(questionnaire),
    quality(release, house),
    releaseLog(release, all, house),
  ];
  const plain = { mediatype: `text/plain${utf8}` };
  const json = { format: 'json', mediatype: 'application/json' };
  const others: readonly PlainFile[] = [
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
  const files = [
    ...tables.map(({ name, csv }) => ({
      name: `${name}.csv`,
      mediatype: `text/csv${utf8}`,
      content: csv,
    })),
    ...others.map(({ path, mediatype, text }) => ({
      name: path,
      mediatype: `${mediatype}${utf8}`,
      content: text,
    })),
    {
      name: 'datapackage.json',
      mediatype: `application/json${utf8}`,
      content: dataPackage(release, house, { tables, others }),
    },
    {
      name: 'README.md',
      mediatype: `text/markdown${utf8}`,
      content: readme(release, house, { tables, others }),
    },
    { name: 'CITATION.cff', mediatype: 'application/yaml', content: citation(release, house) },
    { name: 'LICENSE', ...plain, content: house.licenceText },
  ];
  const complete = [...files, { name: 'checksums.sha256', ...plain, content: checksums(files) }];
  return [
    ...complete,
    {
      name: archiveName(release),
      mediatype: 'application/zip',
      content: zip(packageName(release), release.published, complete),
    },
  ];
}
