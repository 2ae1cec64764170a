import { csvText } from '../release/package/csvText.ts';
import { isWideRange } from '../statistics/precision.ts';
import type { Figure } from '../figures/figure.ts';
import type { GapRow, Implied } from '../figures/gapFigure.ts';
import { isWithheld, type Series, type Share, type Withheld } from '../figures/parts.ts';
import { hoursInWords } from '../figures/hoursInWords.ts';
import type { LadderSeries } from '../figures/ladderFigure.ts';
import type { MedianSeries } from '../figures/mediansFigure.ts';
import { sampleMark } from '../figures/standardNote.ts';

/** One line of a chart’s CSV. Shares and limits from 0 to 1; a hidden count has its base alone (protocol 5). */
interface Line {
  readonly side: string;
  readonly series: string;
  readonly option: string;
  readonly label: string;
  readonly n_answered?: number;
  readonly x?: number;
  readonly share?: number;
  readonly implied_lower?: number;
  readonly implied_upper?: number;
  readonly lo?: number;
  readonly hi?: number;
  readonly method: '' | 'wilson' | 'imbens_manski' | 'order_statistics';
  readonly status: 'published' | 'wide_range' | 'few_answers' | 'small_base' | 'small_cell' | 'withheld';
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
  'implied_lower',
  'implied_upper',
  'lo',
  'hi',
  'method',
  'status',
  'bound',
] as const;

/** A whole series that is not shown, or one count of it, which has its base; of 10 to 29 answers the sentence and its two counts. */
const withheldLine = (
  { side, id, label, n, bound, because, few, status = 'small_base' }: Withheld,
  series = id,
  called = label,
): Line => ({
  side,
  series,
  option: few?.code ?? (n === undefined ? '' : id),
  label: few === undefined ? called : `${called}: ${because}`,
  method: '',
  status,
  ...(n !== undefined && { n_answered: n }),
  ...(few !== undefined && { x: few.counted }),
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

const seriesLines = (
  { side, id }: Pick<Series, 'side' | 'id'>,
  parts: readonly (Share | Withheld)[],
): Line[] => parts.map((part) => (isWithheld(part) ? withheldLine(part, id) : shareLine(side, id, part)));

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

/** What the bands allow, and how far chance could move its ends, as in the data package. */
const impliedLine = (series: string, { n, lower, upper, range, counted }: Implied): Line => ({
  side: 'employer',
  series,
  option: 'told',
  label: counted,
  n_answered: n,
  implied_lower: lower,
  implied_upper: upper,
  ...range,
  method: 'imbens_manski',
  status: 'published',
});

const gapLines = ({ id, seeker, employer, otherwise }: GapRow): readonly Line[] => [
  isWithheld(seeker) ? withheldLine(seeker, id) : shareLine('job_seeker', id, seeker),
  ...(employer === undefined
    ? []
    : [isWithheld(employer) ? withheldLine(employer, id) : impliedLine(id, employer)]),
  ...(otherwise === undefined ? [] : [impliedLine(id, otherwise)]),
];

const ladderLines = (series: LadderSeries | Withheld): readonly Line[] =>
  isWithheld(series)
    ? [withheldLine(series)]
    : seriesLines(series, [...series.parts.flatMap((part) => [...(part.stands ?? []), part]), series.sum]);

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
        isWithheld(series)
          ? [withheldLine(series)]
          : seriesLines(series, [...(series.unknown ?? []), ...series.parts]),
      );
    case 'dumbbell':
      return figure.rows.flatMap(({ id, seeker, employer }) => [
        isWithheld(seeker) ? withheldLine(seeker, id) : shareLine('job_seeker', id, seeker),
        isWithheld(employer) ? withheldLine(employer, id) : shareLine('employer', id, employer),
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
            isWithheld(value) ? withheldLine(value, id, label) : { ...barLine(side, id, value), label },
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
  const { release, madeUp } = figure.provenance;
  const header = ['release', 'published', 'data', 'chart', ...columns];
  const head = [
    release?.id ?? null,
    release?.published ?? null,
    madeUp ? sampleMark : 'Survey responses',
    figure.id,
  ];
  return csvText(
    header,
    linesOf(figure).map((line) => [...head, ...columns.map((column) => line[column] ?? null)]),
  );
}
