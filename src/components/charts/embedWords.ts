import { releaseInWords } from '../../figures/releaseInWords.ts';
import { sampleMark } from '../../figures/standardNote.ts';
import { site } from '../../site.ts';
import type { DescribedFigure } from '../../words/words.ts';

/** Every text of an embed, in order: its page prints them, and embedHeights.ts measures them. */
export interface EmbedWords {
  readonly title: string;
  /** What is missing, where the title says no finding. */
  readonly missing: string | undefined;
  /** None before the first release: nothing of it is drawn yet. */
  readonly note: string | undefined;
  readonly mark: string | undefined;
  /** How many answers, which release, from where. */
  readonly source: string;
  /** To the page of the chart. */
  readonly link: string;
  /** To the survey. */
  readonly invitation: string;
}

/** The texts of a figure’s embed. */
export function embedWords({ figure, words }: DescribedFigure): EmbedWords {
  const { madeUp, address, release } = figure.provenance;
  const isReleased = release !== null;
  const where = address.slice(0, address.lastIndexOf('/charts/'));
  return {
    title: words.title,
    missing: words.missingAlone,
    note: isReleased ? words.notes[0] : undefined,
    mark: madeUp ? sampleMark : undefined,
    // A dot stays on the line of what it follows.
    source: [words.bases, releaseInWords(figure.provenance), where]
      .filter((fact) => fact !== '')
      .join('\u00a0· '),
    link: `${isReleased ? 'Table and method' : 'What it will show,'} at ${site.name}`,
    invitation: 'Did this happen to you?',
  };
}
