import { renderSvg } from '../../src/charts/render.ts';
import {
  heldFigure,
  type HeldFigure,
  type ShownCell,
  type ShownFigure,
} from '../../src/components/recount/client/heldFigure.ts';
import { linesOf } from '../../src/components/recount/packageLines.ts';
import { figureOf } from '../../src/figures/estimates/figureOf.ts';
import { estimatesTable } from '../../src/release/package/estimatesTable.ts';
import { readLines } from '../../src/release/recount/packageLine.ts';
import type { Release } from '../../src/release/release.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { tableCells } from '../../src/words/tableCells.ts';
import { printedNumbers, type PrintedNumber } from '../../src/words/worked/printedNumbers.ts';
import type { Table } from '../../src/words/words.ts';
import { labels } from './labels.ts';
import { described } from './figureParts.ts';
import { publisher } from './publisher.ts';

/** The cells of a table as its page shows them. */
function cellsOf({ columns, rows }: Table): readonly ShownCell[] {
  let group = '';
  return rows.flatMap((row) => {
    if (row.group === true) {
      group = row.label;
      return [];
    }
    return tableCells(columns, row.cells).map(({ number, beside }, i) => ({
      column: columns[i]?.heading ?? '',
      group,
      row: row.label,
      text: [number, ...beside].join(' '),
    }));
  });
}

/** What the page of a figure shows over its lines, and the numbers that these give. */
export interface HeldPage {
  readonly shown: ShownFigure;
  readonly printed: readonly PrintedNumber[];
}

/** The pages of a release, by the id of a figure. */
export function pagesOf(release: Release): (id: string) => HeldPage {
  const file = readLines(estimatesTable(release, publisher).csv);
  return (id) => {
    const one = described(figureOf(id, { release, questionnaire, host: 'nobutwhy.example' }));
    const { title, alt, table } = one.words;
    const drawn = (['wide', 'narrow'] as const).map((size) =>
      [...labels(renderSvg(one, size)), alt]
        .join('|')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    );
    return {
      shown: { title, drawings: drawn, cells: cellsOf(table) },
      printed: printedNumbers(linesOf(one.figure, file, 'series'), file),
    };
  };
}

export const heldPage = ({ shown, printed }: HeldPage): HeldFigure => heldFigure(shown, printed);
