import { claimed } from '../figures/claim.ts';
import { describeBars } from './describeBars.ts';
import { describeCurve } from './describeCurve.ts';
import { describeDiverging } from './describeDiverging.ts';
import { describeDumbbell } from './describeDumbbell.ts';
import { describeGap } from './describeGap.ts';
import { describeMedians } from './describeMedians.ts';
import type { Description, Words } from './description.ts';
import { describeLadder } from './describeLadder.ts';
import { differences } from './differences.ts';
import type { Figure } from '../figures/figure.ts';
import { markedTable } from './markedTable.ts';
import { sampleMark, standardNote } from '../figures/standardNote.ts';

/** A figure in words: title, alternative text, table, how to read it and what it does not show. */
export function describe(figure: Figure): Description {
  const words = wordsOf(figure);
  const made = figure.provenance.madeUp ? ` ${sampleMark}.` : '';
  return {
    ...words,
    finding: (figure.cut === undefined ? claimed(figure.claims ?? []) : undefined) ?? words.finding,
    alt: `${words.alt}${made} The same figures are in the table.`,
    table: markedTable(words.table, figure.provenance.madeUp),
    notes: [standardNote, ...figure.notes],
    differences: differences(figure.claims ?? []),
  };
}

function wordsOf(figure: Figure): Words {
  switch (figure.form) {
    case 'ladder':
      return describeLadder(figure);
    case 'curve':
      return describeCurve(figure);
    case 'gap':
      return describeGap(figure);
    case 'diverging':
      return describeDiverging(figure);
    case 'dumbbell':
      return describeDumbbell(figure);
    case 'medians':
      return describeMedians(figure);
    case 'bars':
      return describeBars(figure);
  }
}
