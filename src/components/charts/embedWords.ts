import { releaseInWords } from '../../figures/releaseInWords.ts';
import { sampleMark, standardNote } from '../../figures/standardNote.ts';
import { FIRST_RELEASE } from '../../release/disclosure/thresholds.ts';
import { site } from '../../site.ts';
import type { DescribedFigure } from '../../words/words.ts';

/** Every text of an embed, in order: its page prints them, and embedHeights.ts measures them. */
export interface EmbedWords {
  readonly title: string;
  readonly note: string;
  readonly mark: string | undefined;
  /** How many answers, which release, from where. */
  readonly source: string;
  readonly link: string;
}

/** The texts of a figure’s embed. */
export function embedWords({ figure, words }: DescribedFigure): EmbedWords {
  const { madeUp, address, release } = figure.provenance;
  const isReleased = release !== null;
  const where = address.slice(0, address.lastIndexOf('/charts/'));
  return {
    title: words.title,
    note: isReleased ? standardNote : (words.missing ?? ''),
    mark: madeUp ? sampleMark : undefined,
    source: [words.bases, releaseInWords(figure.provenance), where].filter((fact) => fact !== '').join(' · '),
    link: isReleased
      ? `Table and method at ${site.name}`
      : `Be one of the first ${FIRST_RELEASE} at ${site.name}`,
  };
}
