import { addressIn } from '../../address.ts';
import type { Release } from '../release.ts';
import type { Publisher } from './publisher.ts';
import { titleOf } from './titleOf.ts';

/** A text as YAML takes it: every JSON string is one (https://yaml.org/spec/1.2.2/#chapter-1-introduction-to-yaml). */
const yaml = (text: string): string => JSON.stringify(text);

/**
 * CITATION.cff, version 1.2.0 (https://citation-file-format.github.io/1.2.0/schema): whoever answers for the data as their
 * author, and the essay that the site answers among the references. Names stand as they are given, because where one
 * parts into given and family names is not for a program to say.
 */
export function citationCff(release: Release, publisher: Publisher): string {
  const { description, name: author, licence, address, standardNote, credit } = publisher;
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
    `url: ${yaml(addressIn(address, '/data/'))}`,
    'references:',
    '  - type: article',
    `    title: ${yaml(credit.title)}`,
    '    authors:',
    `      - name: ${yaml(credit.author)}`,
    '    notes: "The essay that this research answers."',
    ...(release.commit === null ? [] : [`commit: ${release.commit}`]),
    '',
  ].join('\n');
}
