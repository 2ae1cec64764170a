import { describe, expect, test } from 'vitest';
import {
  heldFigure,
  type ShownCell,
  type ShownFigure,
} from '../../../../src/components/recount/client/heldFigure.ts';
import { linesOf } from '../../../../src/components/recount/packageLines.ts';
import { figureOf, pictureIds } from '../../../../src/figures/estimates/figureOf.ts';
import { estimatesTable } from '../../../../src/release/package/estimatesTable.ts';
import { readLines } from '../../../../src/release/recount/packageLine.ts';
import type { Release } from '../../../../src/release/release.ts';
import { questionnaire } from '../../../../src/survey/questionnaire.ts';
import { tableCells } from '../../../../src/words/tableCells.ts';
import { printedNumbers } from '../../../../src/words/worked/printedNumbers.ts';
import type { Table } from '../../../../src/words/words.ts';
import { described } from '../../../examples/figureParts.ts';
import { firstMonths } from '../../../examples/firstMonths.ts';
import { publisher } from '../../../examples/publisher.ts';
import { sampleSource } from '../../../examples/sampleSource.ts';

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

function shownOf(release: Release, id: string) {
  const { figure, words } = described(figureOf(id, { release, questionnaire, host: 'nobutwhy.example' }));
  const shown = { title: words.title, drawings: [words.alt], cells: cellsOf(words.table) };
  return { figure, shown };
}

function numbersOf(release: Release, figure: ReturnType<typeof shownOf>['figure']) {
  const file = readLines(estimatesTable(release, publisher).csv);
  return printedNumbers(linesOf(figure, file, 'series'), file);
}

const releases = [sampleSource.release, ...firstMonths().map(({ release }) => release)];

test.each(releases.map((release) => [release.id, release] as const))(
  'every number that the pages of release %s show of a figure follows from its lines',
  (_, release) => {
    const file = readLines(estimatesTable(release, publisher).csv);
    let numbers = 0;
    for (const id of pictureIds) {
      const { figure, shown } = shownOf(release, id);
      const found = heldFigure(shown, printedNumbers(linesOf(figure, file, 'series'), file));
      expect(found.differences, id).toEqual([]);
      numbers += found.numbers;
    }
    console.log(`${release.id}: ${numbers} numbers in titles, drawings and tables, 0 differences`);
  },
);

describe('a slip between a figure and its lines is found', () => {
  const { release } = sampleSource;
  const ladder = shownOf(release, 'explanation-ladder');
  const printed = numbersOf(release, ladder.figure);
  const slips = (change: Partial<ShownFigure>) =>
    heldFigure({ ...ladder.shown, ...change }, printed).differences;
  const inCells = (change: (cell: ShownCell) => Partial<ShownCell>) =>
    slips({ cells: ladder.shown.cells.map((cell) => ({ ...cell, ...change(cell) })) });

  test('in the title', () => {
    expect(slips({ title: ladder.shown.title.replace('394', '395') })).toEqual([
      'The title shows “395 of 503”, which none of its lines makes.',
    ]);
  });

  test('in the drawing: a share that is of another range, a range, a base', () => {
    const [drawing = ''] = ladder.shown.drawings;
    for (const [from, to] of [
      ['78% no reason about the person, range 75–82%', '73% no reason about the person, range 75–82%'],
      ['range 75–82%', 'range 75–83%'],
      ['n 341', 'n 342'],
    ] as const) {
      expect(drawing).toContain(from);
      expect(slips({ drawings: [drawing.replace(from, to)] }), to).toHaveLength(1);
    }
  });

  test('in every share, count, range and base of a table, altered by one', () => {
    const altered = pictureIds.flatMap((id) => {
      const { figure, shown } = shownOf(release, id);
      const own = numbersOf(release, figure);
      return shown.cells
        .filter(({ text }) => /^\d+% \(\d/.test(text))
        .flatMap((cell) =>
          [...cell.text.matchAll(/\d+/g)].map(({ 0: digits, index }) => {
            const text = `${cell.text.slice(0, index)}${Number(digits) + 1}${cell.text.slice(index + digits.length)}`;
            const { differences } = heldFigure({ title: '', drawings: [], cells: [{ ...cell, text }] }, own);
            return { slip: `${id}, ${cell.row}: ${text}`, isFound: differences.length > 0 };
          }),
        );
    });
    expect(altered.length).toBeGreaterThan(1500);
    // What a slip makes of these is another number of the same rows: that of another step, or of those whom a headline does not count.
    expect(altered.filter(({ isFound }) => !isFound).map(({ slip }) => slip)).toEqual([
      'explanation-ladder, And something to do differently: 4% (13) 2–7%',
      'support, A written rule against it: 18% (72) 14–22% bounds 15–31% n = 410',
      'told-by-day/by/level3, Managers and directors: 50% (71) 42–58% n = 141',
    ]);
  });

  test('where two rows of a table change places', () => {
    const rows = ['With the no Nothing', 'With the no A reason for anyone'];
    const at = (row: string) =>
      ladder.shown.cells.find(
        (cell) => `${cell.group} ${cell.row}` === row && cell.column.startsWith('Job seekers'),
      );
    const [nothing, anyone] = rows.map(at);
    expect(nothing?.text).toBe('39% (194) 35–43%');
    expect(inCells((cell) => (cell === nothing ? { ...anyone, row: cell.row } : {}))).toEqual([
      'The table, at “Nothing”, shows “18% (91) 15–22%”, which none of its lines makes.',
    ]);
  });
});
