import { csvText } from '../release/package/csvText.ts';
import { isWideRange } from '../statistics/precision.ts';
import type { Figure } from '../figures/figure.ts';
import type { GapRow, Implied } from '../figures/gapFigure.ts';
import { isWithheld, type Series, type Share, type Withheld } from '../figures/parts.ts';
import { hoursInWords } from '../figures/hoursInWords.ts';
import type { LadderSeries } from '../figures/ladderFigure.ts';
import type { MedianSeries } from '../figures/mediansFigure.ts';
import { sampleMark } from '../figures/standardNote.ts';

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
  readonly method: '' | 'wilson' | 'implied_share' | 'imbens_manski' | 'order_statistics';
  readonly status: 'published' | 'wide_range' | 'small_base' | 'small_cell' | 'withheld';
  readonly bound?: 'low' | 'high';
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

const withheldLine = ({ side, id, label, n, bound, status = 'small_base' }: Withheld): Line => ({
  side,
  series: id,
  option: '',
  label,
  method: '',
  status,
  ...(n !== undefined && { n_answered: n }),
  ...(bound !== undefined && { bound }),
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

/** The middle answer and the ends of its range are stretches of hours: words, and no number that looks like a share. */
const medianLines = ({ side, id, n, middle, range }: MedianSeries): Line[] =>
  (
    [
      ['median', middle],
      ['median_lo', range.lo],
      ['median_hi', range.hi],
    ] as const
  ).map(([option, hours]) => ({
    side,
    series: id,
    option,
    label: hoursInWords(hours),
    n_answered: n,
    method: 'order_statistics',
    status: 'published',
  }));

/** Two lines: the ends that the bands allow, and the same with what chance adds. */
const impliedLines = (series: string, { n, lower, upper, range, counted }: Implied): Line[] => {
  const line = { side: 'employer', series, label: counted, n_answered: n, status: 'published' } as const;
  return [
    { ...line, option: 'told', lo: lower, hi: upper, method: 'implied_share' },
    { ...line, option: 'told', lo: range.lo, hi: range.hi, method: 'imbens_manski' },
  ];
};

const gapLines = ({ id, seeker, employer, otherwise }: GapRow): readonly Line[] => [
  isWithheld(seeker) ? withheldLine(seeker) : shareLine('job_seeker', id, seeker),
  ...(employer === undefined
    ? []
    : isWithheld(employer)
      ? [withheldLine(employer)]
      : impliedLines(id, employer)),
  ...(otherwise === undefined ? [] : impliedLines(id, otherwise)),
];

const ladderLines = (series: LadderSeries | Withheld): readonly Line[] =>
  isWithheld(series) ? [withheldLine(series)] : seriesLines(series, [...series.parts, series.sum]);

/** A count among those who answered, without a range: they are these very people. */
const factLine = (side: string, series: string, { code, label, x, n, share }: Share): Line => ({
  side,
  series,
  option: code,
  label,
  n_answered: n,
  x,
  share,
  method: '',
  status: 'published',
});

function linesOf(figure: Figure): readonly Line[] {
  switch (figure.form) {
    case 'ladder':
      return [...figure.series, ...(figure.beside?.series ?? [])].flatMap(ladderLines);
    case 'diverging':
      return figure.series.flatMap(ladderLines);
    case 'curve':
      return figure.series.flatMap((series) =>
        isWithheld(series) ? [withheldLine(series)] : seriesLines(series, series.parts),
      );
    case 'dumbbell':
      return figure.rows.flatMap(({ id, seeker, employer }) => [
        isWithheld(seeker) ? withheldLine(seeker) : shareLine('job_seeker', id, seeker),
        isWithheld(employer) ? withheldLine(employer) : shareLine('employer', id, employer),
      ]);
    case 'medians':
      return figure.series.flatMap((series) =>
        isWithheld(series)
          ? [withheldLine(series)]
          : [...seriesLines(series, series.parts), ...medianLines(series)],
      );
    case 'bars': {
      const barLine = figure.facts === true ? factLine : shareLine;
      return figure.groups.flatMap(({ rows }) =>
        rows.flatMap(({ id, label, bars }) =>
          bars.map(({ side, value }) =>
            isWithheld(value) ? withheldLine(value) : { ...barLine(side, id, value), label },
          ),
        ),
      );
    }
    case 'gap':
      return figure.rows.flatMap(gapLines);
  }
}

/** Every number of a chart as CSV, in the order of the picture. Made-up data says so on every line. */
export function csv(figure: Figure): string {
  const { release, published, madeUp } = figure.provenance;
  // Only a cut has counts too small to print, and says on which side (protocol 3.3, P5).
  const own = figure.cut === undefined ? columns : ([...columns, 'bound'] as const);
  const header = ['release', 'published', 'data', 'chart', ...own];
  const head = [release, published, madeUp ? sampleMark : 'Survey responses', figure.id];
  return csvText(
    header,
    linesOf(figure).map((line) => [...head, ...own.map((column) => line[column] ?? null)]),
  );
}
