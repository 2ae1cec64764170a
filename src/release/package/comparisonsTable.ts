import { catalogue } from '../catalogue.ts';
import { FALSE_DISCOVERY_RATE, type Decided, type WithinStrata } from '../comparisons/decided.ts';
import type { Release } from '../release.ts';
import { segmentOf, segments, strata } from '../segments.ts';
import { tableOf } from '../tables.ts';
import { optionalText, tableFile, text, type Column, type TableFile } from './column.ts';
import { comparisonLines, decisionOf, decisions, type ComparisonLine } from './comparisonLine.ts';
import { WHOLE } from './estimateColumns.ts';
import { statuses } from './estimateLine.ts';
import { provenanceColumns } from './provenance.ts';
import type { Publisher } from './publisher.ts';

type ComparisonColumn = Column<ComparisonLine>;

const count = (
  name: string,
  title: string,
  description: string,
  value: ComparisonColumn['value'],
): ComparisonColumn => ({ name, title, description, type: 'integer', constraints: { minimum: 0 }, value });

const side = (which: 'a' | 'b'): readonly ComparisonColumn[] => [
  text(
    `${which}_series`,
    `Series of ${which}`,
    'As in estimates.csv.',
    ({ estimate, segment, [which]: one }) =>
      tableOf(estimate.id, one.series, segment ?? undefined)?.seriesName ?? one.series,
  ),
  text(
    `${which}_option`,
    `Headline or answer of ${which}`,
    'An option of estimates.csv: of measure “headline” where the series has it, else of “answer”.',
    (line) => line[which].indicator,
  ),
  text(
    `${which}_segment`,
    `Groups of ${which}`,
    `As in the column “segment” of estimates.csv; groups that are counted together are set apart by blanks. “${WHOLE.segment}” where the whole series is compared.`,
    (line) => line[which].groups?.join(' ') ?? WHOLE.segment,
  ),
  optionalText(
    `${which}_vintage`,
    `Vintage of ${which}`,
    'The release whose numbers these are.',
    (line) => line[which].vintage,
  ),
  count(`${which}_x`, `Count of ${which}`, 'How many.', (line) => line[which].count?.x ?? null),
  count(`${which}_n`, `Base of ${which}`, 'Of how many.', (line) => line[which].count?.n ?? null),
];

/** A number of a comparison that is decided, from `minimum` to 1. */
const number = (
  name: string,
  title: string,
  description: string,
  minimum: 0 | -1,
  pick: (found: Decided) => number | undefined,
): ComparisonColumn => ({
  name,
  title,
  description,
  type: 'number',
  constraints: { minimum, maximum: 1 },
  value: ({ decided }) => (decided && pick(decided)) ?? null,
});

/** What remains of a difference among processes that are alike in one respect. */
function within(segment: string): readonly ComparisonColumn[] {
  const among = `among processes that are alike ${segmentOf(segment).by}`;
  const of = (pick: (found: WithinStrata) => number) => (decided: Decided) => {
    const found = decided.strata.find((one) => one?.segment === segment);
    return found ? pick(found) : undefined;
  };
  return [
    number(
      `${segment}_difference`,
      `Difference ${segmentOf(segment).by}`,
      `The same difference ${among}, with Mantel and Haenszel’s weights, from the printed counts. Empty where it is not asked for, or where too few of the answers are in printed groups.`,
      -1,
      of(({ d }) => d),
    ),
    number(
      `${segment}_lo`,
      'Its lower end',
      'At 95 percent, with Sato’s variance.',
      -1,
      of(({ lo }) => lo),
    ),
    number(
      `${segment}_hi`,
      'Its upper end',
      'The same at the other end.',
      -1,
      of(({ hi }) => hi),
    ),
    number(
      `${segment}_p`,
      'Its p',
      'From the same variance.',
      0,
      of(({ p }) => p),
    ),
  ];
}

const counts: readonly ComparisonColumn[] = [
  ...side('a'),
  ...side('b'),
  number('difference', 'Difference', 'The share of a less the share of b, from −1 to 1.', -1, ({ d }) => d),
  number('lo', 'Lower end of the range', 'Of the difference alone, at 95 percent.', -1, ({ lo }) => lo),
  number('hi', 'Upper end of the range', 'The same at the other end.', -1, ({ hi }) => hi),
  text('method', 'Method of the range', 'How lo and hi are computed.', () => 'newcombe', {
    categories: [{ value: 'newcombe', label: 'Newcombe’s hybrid score interval (method 10)' }],
  }),
  number(
    'p_counts',
    'p of the counts',
    'Twice the smaller mid-p tail of the hypergeometric distribution of the two counts.',
    0,
    ({ crude }) => crude,
  ),
  ...strata.flatMap(within),
];

const verdict: readonly ComparisonColumn[] = [
  number(
    'p',
    'p by which the family ranks',
    'The largest of p_counts and, where they are asked for, of the p within groups; 1 where one of these is missing or its difference points the other way. Less than half a millionth is printed as 0.',
    0,
    ({ p }) => p,
  ),
  count('rank', 'Rank', 'Of p in the family, from 1.', ({ decided }) => decided?.rank ?? null),
  count(
    'family_size',
    'Comparisons in the family',
    'How many have counts that are printed, those that came to nothing included.',
    ({ decided }) => decided?.size ?? null,
  ),
  number(
    'p_adjusted',
    'Adjusted p',
    `After Benjamini and Hochberg (1995) for the family; what is at most ${FALSE_DISCOVERY_RATE} may be said.`,
    0,
    ({ adjusted }) => adjusted,
  ),
  optionalText(
    'decision',
    'Decision',
    'What may be said, on any page: nothing else decides it.',
    ({ decided }) => decided && decisionOf(decided),
    { categories: decisions },
  ),
  text(
    'status',
    'Status',
    'That of a or b, whichever says less.',
    ({ a, b }) =>
      [a, b].find(({ status }) => status !== 'published' && status !== 'carried')?.status ??
      ([a, b].some(({ status }) => status === 'carried') ? 'carried' : 'published'),
    { categories: statuses },
  ),
];

const columns: readonly ComparisonColumn[] = [
  ...provenanceColumns,
  text('family', 'Family', 'Which list the comparison is on.', ({ family }) => family, {
    categories: [
      { value: 'listed', label: 'Listed one by one before anyone looked' },
      { value: 'cuts', label: 'A group of a cut against the other printed groups of its side together' },
    ],
  }),
  text('estimate_id', 'Estimate', 'Whose comparison it is.', ({ estimate }) => estimate.id, {
    categories: catalogue.map(({ id, name }) => ({ value: id, label: name })),
  }),
  text(
    'segment_var',
    'Segment variable',
    `What the series is cut by; “${WHOLE.segmentVar}” where whole series are compared.`,
    ({ segment }) => segment ?? WHOLE.segmentVar,
    {
      categories: [
        { value: WHOLE.segmentVar, label: 'Not cut' },
        ...segments.map(({ id, label }) => ({ value: id, label })),
      ],
    },
  ),
  ...counts,
  ...verdict,
];

/** comparisons.csv: every comparison that any page makes, and every other one of both families. */
export const comparisonsTable = (release: Release, publisher: Publisher): TableFile =>
  tableFile({
    name: 'comparisons',
    title: 'Comparisons',
    description:
      'Every difference between two groups that was fixed before anyone looked, in two families, with its range and what may be said of it, whether it came to something or not. A listed one whose counts are not printed has a line without numbers.',
    columns,
    primaryKey: [
      'release',
      'estimate_id',
      'segment_var',
      ...['a_series', 'a_option', 'a_segment', 'b_series', 'b_option', 'b_segment'],
    ],
    lines: comparisonLines(release, publisher),
  });
