import type { Release } from '../release.ts';
import type { TableFile } from './column.ts';
import type { PlainFile } from './dataPackage.ts';
import type { Publisher } from './publisher.ts';
import { packageAddress, titleOf } from './titleOf.ts';

/** README.md of a package: what is in it, how to read it, how to check it. */
export function readme(
  release: Release,
  publisher: Publisher,
  { tables, others }: { readonly tables: readonly TableFile[]; readonly others: readonly PlainFile[] },
): string {
  const { description, name: author, licence, standardNote, sampleMark } = publisher;
  const files = [
    ...tables.map(({ name, description: about }) => [`${name}.csv`, about] as const),
    ...others.map(({ path, description: about }) => [path, about] as const),
    ['datapackage.json', 'Every column of every table, in the form of the Data Package standard, version 2.'],
    ['CITATION.cff', 'How to cite it.'],
    ['LICENSE', `${licence.name}.`],
    ['checksums.sha256', 'The checksum of every other file: `sha256sum --check checksums.sha256`.'],
  ] as const;
  return [
    `# ${titleOf(release, publisher)}`,
    description,
    ...(release.made_up
      ? [`**${sampleMark}.** No answer in it was given by anybody. Whoever passes it on says so too.`]
      : []),
    standardNote,
    '## Files',
    files.map(([name, about]) => `- \`${name}\`: ${about}`).join('\n'),
    '## How to read estimates.csv',
    [
      'One line says one thing of one group. `measure` says how it is made, `option` of what, `segment_var` and `segment` of whom.',
      '`share` is `x` of `n_answered`; `lo` to `hi` is its Wilson interval. Where answers are bands they imply `implied_lower` to `implied_upper`, and `lo` to `hi` adds what chance could do. Who answered (E16) is a fact and has no range. `parts` names the answers that are added up, so every number follows from the lines of measure `answer`.',
      'Where `status` is neither `published` nor `carried`, the line has no count: too few people are in it, or it would give another number away.',
      'A field is empty only where it does not apply or is withheld.',
    ].join('\n'),
    '## Where it comes from',
    `Published on ${release.published} by ${author} at ${packageAddress(release, publisher)}. Version ${release.instrument} of the questionnaire${release.commit === null ? '' : `, code at commit ${release.commit}`}.`,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}
