import { MINIMUM_BASE, MINIMUM_CELL, MINIMUM_GROUP, spelled } from '../disclosure/thresholds.ts';
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
      `A count from 1 to ${MINIMUM_CELL - 1} is not printed, nor what would give it away. Where \`status\` is \`small_cell\`, \`bound\` says on which side: fewer than ${MINIMUM_CELL}, or more than n_answered − ${MINIMUM_CELL}. Where it is \`withheld\`, the number would give a hidden one away or depends on one.`,
      `Where it is \`few_answers\`, the base is ${MINIMUM_GROUP} to ${MINIMUM_BASE - 1} people: a count, and no share or range.`,
      `\`n_asked\` less \`n_answered\` did not answer; where both are not printed, fewer than ${spelled(MINIMUM_GROUP)} did not.`,
      'A field is empty only where it does not apply or is withheld.',
    ].join('\n'),
    '## How to read stage_explanation.csv',
    [
      'One line is one cell of a table by three variables, each a count of `estimates.csv` (E3): `stage` is how far a person got, `explanation` what they heard in the end, `outcome` how it ended. An explanation goes with one outcome, so that the third variable needs no line of its own: whoever heard nothing (`none`) never got an answer, and whoever was given a no, a general reason or advice was told. Only a reason about the person can reach somebody who was not told, as a reply to asking; the few are not told apart.',
      'Where it ended otherwise nobody was asked for an explanation. What is hidden in E3 is hidden here.',
    ].join('\n'),
    '## The form of the tables',
    'UTF-8, comma, one line for the header, a full stop in decimals. Punctuation is ASCII in every CSV file, so that a spreadsheet which takes it for Windows-1252 shows the same text; `instrument.json` has each wording as it is printed. A spreadsheet may show a release such as 2026-12 as “Dec 26”: let it read `release` and `vintage` as text.',
    '## Where it comes from',
    `Published on ${release.published} by ${author} at ${packageAddress(release, publisher)}. Version ${release.instrument} of the questionnaire${release.commit === null ? '' : `, code at commit ${release.commit}`}.`,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}
