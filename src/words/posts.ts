import { sharedTitle } from '../figures/sharedTitle.ts';
import { questionAlone } from './headlineOf.ts';
import type { DescribedFigure, Headline } from './words.ts';
import { lowered } from '../figures/capital.ts';

/** “62% of people not hired were told no, after an interview; 34% after only applying” */
const claimOf = ({ number, says, beside = '' }: Headline): string =>
  [[number ?? '', says].filter((part) => part !== '').join(' '), beside]
    .filter((part) => part !== '')
    // A question that is quoted has its own end; what is missing is a sentence.
    .join(number !== null ? '; ' : says.endsWith('”') ? ' ' : '. ')
    .replace(/\.$/, '');

/** What a picture of one number says, in a sentence: the finding with its counts and ranges. */
export function findingInWords({ figure, words }: DescribedFigure): string {
  const { counts } = words.headline;
  const claim = sharedTitle(claimOf(words.headline), figure.provenance);
  if (counts === '') return `${claim}.`;
  // Where nothing is counted it is a sentence of what is missing.
  return counts.endsWith('.') ? `${claim}. ${counts}` : `${claim} (${counts}).`;
}

/** A post of two or three lines: the finding, whose answers they are, and where they stand. */
export const shortPost = (described: DescribedFigure, address: string): string =>
  `${findingInWords(described)} Of people who chose to take part: ${address}`;

/** The same for who has more room: what was asked, how many, who they are, and what it does not show. */
export function longPost({ figure, words }: DescribedFigure, address: string): string {
  const { headline, notes, doesNotShow } = words;
  const asked = [...Map.groupBy(figure.asked, ({ whom }) => whom)].map(
    ([whom, all]) =>
      `Asked of ${lowered(whom)}: ${all.map(({ question }) => `“${questionAlone(question)}”`).join(' ')}`,
  );
  const said = [
    `${sharedTitle(claimOf(headline), figure.provenance)}.`,
    ...asked,
    ...(headline.counts === '' ? [] : [`Counted: ${headline.counts}.`]),
    ...notes.slice(0, 1),
    doesNotShow,
    `Table, method and data: ${address}`,
  ];
  return said.join('\n\n');
}
