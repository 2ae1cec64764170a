import { date } from '../../figures/date.ts';
import { sampleMark, standardNote } from '../../figures/standardNote.ts';
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
  const { madeUp, release, published, address } = figure.provenance;
  const [host = ''] = address.split('/');
  return {
    title: words.title,
    note: standardNote,
    mark: madeUp ? sampleMark : undefined,
    source: [words.bases, `Release “${release}”, ${date(published)}`, host]
      .filter((fact) => fact !== '')
      .join(' · '),
    link: `Table and method at ${site.name}`,
  };
}
