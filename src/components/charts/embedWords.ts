import { bases } from '../../words/bases.ts';
import { date } from '../../figures/date.ts';
import { describe } from '../../words/describe.ts';
import type { Figure } from '../../figures/figure.ts';
import { sampleMark, standardNote } from '../../figures/standardNote.ts';
import { site } from '../../site.ts';

/** Every text of an embed, in order: its page prints them, and embedHeights.ts counts their letters. */
export interface EmbedWords {
  readonly finding: string;
  readonly note: string;
  readonly mark: string | undefined;
  /** How many answers, which release, from where. */
  readonly source: string;
  readonly link: string;
}

/** The texts of a figure’s embed. */
export function embedWords(figure: Figure): EmbedWords {
  const { madeUp, release, published, address } = figure.provenance;
  const [host = ''] = address.split('/');
  return {
    finding: describe(figure).finding,
    note: standardNote,
    mark: madeUp ? sampleMark : undefined,
    source: [bases(figure), `Release “${release}”, ${date(published)}`, host]
      .filter((fact) => fact !== '')
      .join(' · '),
    link: `Table and method at ${site.name}`,
  };
}
