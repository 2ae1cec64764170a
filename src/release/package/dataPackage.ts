import { addressIn } from '../../address.ts';
import type { Release } from '../release.ts';
import type { TableFile } from './column.ts';
import type { Publisher } from './publisher.ts';
import { sha256 } from '../sha256.ts';
import { packageAddress, packageName, titleOf } from './titleOf.ts';

/** A file of the package that is not a table. */
export interface PlainFile {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly format: string;
  readonly mediatype: string;
  readonly text: string;
}

const sizeOf = (text: string) => ({
  bytes: Buffer.byteLength(text),
  hash: `sha256:${sha256(text)}`,
});

/**
 * datapackage.json: a Data Package of version 2 (https://datapackage.org/standard/data-package/). It names no time of
 * making, so that the same release makes the same bytes.
 */
export function dataPackage(
  release: Release,
  publisher: Publisher,
  { tables, others }: { readonly tables: readonly TableFile[]; readonly others: readonly PlainFile[] },
): string {
  const { description, name: author, licence, address, standardNote, sampleMark } = publisher;
  const made = release.made_up ? ` ${sampleMark}: no answer in it was given by anybody.` : '';
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: packageName(release),
    id: packageAddress(release, publisher),
    title: titleOf(release, publisher),
    description: `${description} ${standardNote}${made}`,
    homepage: addressIn(address, '/data/'),
    version: release.id,
    licenses: [{ name: licence.spdx, path: licence.url, title: licence.name }],
    contributors: [{ title: author, path: address.href, roles: ['creator'] }],
    resources: [
      ...tables.map(({ name, title, description: about, csv, schema }) => ({
        name,
        type: 'table',
        path: `${name}.csv`,
        title,
        description: about,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
        ...sizeOf(csv),
        schema,
      })),
      ...others.map(({ text, ...file }) => ({ ...file, encoding: 'utf-8', ...sizeOf(text) })),
    ],
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}
