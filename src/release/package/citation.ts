import type { Release } from '../release.ts';
import type { House } from './house.ts';
import { titleOf } from './titleOf.ts';

/** A text as YAML takes it: every JSON string is one (https://yaml.org/spec/1.2.2/#chapter-1-introduction-to-yaml). */
const yaml = (text: string): string => JSON.stringify(text);

/** CITATION.cff, version 1.2.0 (https://citation-file-format.github.io/1.2.0/schema). */
export function citation(release: Release, house: House): string {
  const { description, publisher, licence, address, standardNote } = house;
  return [
    'cff-version: 1.2.0',
    'message: "If you use these data, please cite them as below."',
    'type: dataset',
    `title: ${yaml(titleOf(release, house))}`,
    `abstract: ${yaml(`${description} ${standardNote}`)}`,
    'authors:',
    `  - name: ${yaml(publisher)}`,
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
