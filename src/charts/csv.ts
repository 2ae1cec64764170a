import { csvText } from '../release/package/csvText.ts';
import { isWideRange } from '../statistics/precision.ts';
import { isWithheld, type Figure, type Series, type Share, type Withheld } from './figure.ts';
import { sampleMark } from './standardNote.ts';

/** One line of a chart’s CSV. Shares and limits from 0 to 1; withheld lines carry no numbers (protocol 5). */
interface Line {
  readonly side: string;
  readonly series: string;
  readonly option: string;
  readonly label: string;
  readonly n_answered?: number;
  readonly x?: number;
  readonly share?: number;
  readonly lo?: number;
  readonly hi?: number;
  readonly method: '' | 'wilson' | 'implied_share';
  readonly status: 'published' | 'wide_range' | 'small_base';
}

const columns = [
  'side',
  'series',
  'option',
  'label',
  'n_answered',
  'x',
  'share',
  'lo',
  'hi',
  'method',
  'status',
] as const;

const withheldLine = ({ side, id, label }: Withheld): Line => ({
  side,
  series: id,
  option: '',
  label,
  method: '',
  status: 'small_base',
});

const shareLine = (side: string, series: string, { code, label, x, n, share, lo, hi }: Share): Line => ({
  side,
  series,
  option: code,
  label,
  n_answered: n,
  x,
  share,
  lo,
  hi,
  method: 'wilson',
  status: isWideRange({ lo, hi }) ? 'wide_range' : 'published',
});

const seriesLines = ({ side, id }: Pick<Series, 'side' | 'id'>, parts: readonly Share[]): Line[] =>
  parts.map((part) => shareLine(side, id, part));

function linesOf(figure: Figure): readonly Line[] {
  switch (figure.form) {
    case 'ladder':
      return figure.series.flatMap((series) =>
        isWithheld(series) ? [withheldLine(series)] : seriesLines(series, [...series.parts, series.headline]),
      );
    case 'curve':
      return isWithheld(figure.series)
        ? [withheldLine(figure.series)]
        : seriesLines(figure.series, figure.series.parts);
    case 'gap':
      return figure.rows.flatMap(({ id, seeker, employer }) => [
        isWithheld(seeker) ? withheldLine(seeker) : shareLine('job_seeker', id, seeker),
        isWithheld(employer)
          ? withheldLine(employer)
          : {
              side: 'employer',
              series: id,
              option: 'told',
              label: figure.measure,
              n_answered: employer.n,
              lo: employer.lower,
              hi: employer.upper,
              method: 'implied_share' as const,
              status: 'published' as const,
            },
      ]);
  }
}

/** Every number of a chart as CSV, in the order of the picture. Made-up data says so on every line. */
export function csv(figure: Figure): string {
  const { release, published, madeUp } = figure.provenance;
  const header = ['release', 'published', 'data', 'chart', ...columns];
  const head = [release, published, madeUp ? sampleMark : 'Survey responses', figure.id];
  return csvText(
    header,
    linesOf(figure).map((line) => [...head, ...columns.map((column) => line[column] ?? null)]),
  );
}
