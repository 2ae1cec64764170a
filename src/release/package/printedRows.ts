import type { Release } from '../release.ts';
import { ANSWERED } from '../tables.ts';
import { csvText } from './csvText.ts';
import type { EstimateLine } from './estimateLine.ts';
import { estimateLines } from './estimatesTable.ts';
import { numberColumns } from './numberColumns.ts';

/** One answer or headline of estimates.csv, its numbers read back from the text. Null where a field is empty. */
export interface PrintedRow {
  readonly table: string;
  readonly group: string;
  readonly indicator: string;
  /** Overall tables have both answers and headlines. */
  readonly isAnswer: boolean;
  readonly n: number | null;
  readonly x: number | null;
  readonly share: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
}

function printed(line: EstimateLine, name: string): number | null {
  const column = numberColumns.find((one) => one.name === name);
  if (column === undefined) throw new Error(`estimates.csv has no column ${name}.`);
  const [, text = ''] = csvText([name], [[column.value(line)]]).split('\n');
  return text === '' ? null : Number(text);
}

/** The lines of estimates.csv that print one count of a table: answers, and headlines. All others are made of these. */
export const printedRows = (release: Release): readonly PrintedRow[] =>
  estimateLines(release, { data: '', release: release.id })
    .filter(
      ({ measure, table: { series } }) =>
        /^(answer|headline)$/.test(measure.kind) && series.partedBy === undefined,
    )
    .map((line) => ({
      table: line.table.name,
      group: line.cut?.category.code ?? ANSWERED,
      indicator: line.measure.option,
      isAnswer: line.measure.kind === 'answer',
      n: printed(line, 'n_answered'),
      x: printed(line, 'x'),
      share: printed(line, 'share'),
      lo: printed(line, 'lo'),
      hi: printed(line, 'hi'),
    }));
