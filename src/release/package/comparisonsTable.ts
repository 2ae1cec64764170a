import { bonferroniZ } from '../../statistics/bonferroniZ.ts';
import { compare, type Comparison as Compared } from '../../statistics/compare.ts';
import { catalogue, seriesIn } from '../catalogue.ts';
import { findSeries } from '../findSeries.ts';
import type { Release } from '../release.ts';
import type { EstimateDefinition, Term } from '../series.ts';
import { optionalText, tableFile, text, type Column, type TableFile } from './column.ts';
import { statuses } from './estimateLine.ts';
import type { Publisher } from './publisher.ts';
import { provenanceColumns, provenanceOf, type Provenance } from './provenance.ts';

/** One side of a comparison, as a release prints it. */
interface Operand extends Term {
  readonly vintage: string | null;
  readonly status: (typeof statuses)[number]['value'];
  readonly count: { readonly x: number; readonly n: number } | null;
}

interface Line extends Provenance {
  readonly estimate: EstimateDefinition;
  readonly a: Operand;
  readonly b: Operand;
  readonly difference: Compared | null;
}

/** The codes a term adds up: those of its headline or, where it names one answer, that answer. */
function codesOf(estimate: EstimateDefinition, term: Term): readonly string[] {
  const { indicators, cells } = seriesIn(estimate, term.series);
  const headline = indicators.find(({ id }) => id === term.indicator);
  const codes = headline?.cells ?? cells.map(({ code }) => code).filter((code) => code === term.indicator);
  if (codes.length === 0)
    throw new Error(
      `The series ${estimate.id} ${term.series} has neither a headline nor an answer ${term.indicator}.`,
    );
  return codes;
}

function operand(release: Release, estimate: EstimateDefinition, term: Term): Operand {
  const found = findSeries(release, estimate.id, term.series);
  const head = { ...term, vintage: found.vintage };
  if (found.status !== 'published') return { ...head, status: found.status, count: null };
  const x = codesOf(estimate, term).reduce((sum, code) => sum + (found.counts[code] ?? 0), 0);
  return { ...head, status: found.carried ? 'carried' : 'published', count: { x, n: found.n_answered } };
}

const term = (side: 'a' | 'b'): readonly Column<Line>[] => [
  text(`${side}_series`, `Series of ${side}`, 'As in estimates.csv.', (line) => line[side].series),
  text(
    `${side}_option`,
    `Headline or answer of ${side}`,
    'An option of estimates.csv: of measure “headline” where the series has it, else of “answer”.',
    (line) => line[side].indicator,
  ),
  optionalText(
    `${side}_vintage`,
    `Vintage of ${side}`,
    'The release whose numbers these are.',
    (line) => line[side].vintage,
  ),
  {
    name: `${side}_x`,
    title: `Count of ${side}`,
    description: 'How many.',
    type: 'integer',
    constraints: { minimum: 0 },
    value: (line) => line[side].count?.x ?? null,
  },
  {
    name: `${side}_n`,
    title: `Base of ${side}`,
    description: 'Of how many.',
    type: 'integer',
    constraints: { minimum: 0 },
    value: (line) => line[side].count?.n ?? null,
  },
];

const difference = (name: string, title: string, description: string, pick: (found: Compared) => number) => ({
  name,
  title,
  description,
  type: 'number' as const,
  constraints: { minimum: -1, maximum: 1 },
  value: ({ difference: found }: Line) => (found === null ? null : pick(found)),
});

const columns: readonly Column<Line>[] = [
  ...provenanceColumns,
  text('estimate_id', 'Estimate', 'Whose comparison it is.', ({ estimate }) => estimate.id, {
    categories: catalogue.map(({ id, name }) => ({ value: id, label: name })),
  }),
  ...term('a'),
  ...term('b'),
  difference('difference', 'Difference', 'The share of a less the share of b, from −1 to 1.', ({ d }) => d),
  difference('lo', 'Lower end of the range', 'Widened for every comparison of the family.', ({ lo }) => lo),
  difference('hi', 'Upper end of the range', 'The same at the other end.', ({ hi }) => hi),
  {
    name: 'family_size',
    title: 'Comparisons in the family',
    description:
      'How many comparisons of the estimate were fixed beforehand, those that came to nothing included.',
    type: 'integer',
    constraints: { required: true, minimum: 1 },
    value: ({ estimate }) => estimate.comparisons.length,
  },
  {
    name: 'z',
    title: 'z',
    description: 'Normal quantile of 1 − 0.05 / (2 × family_size), at which both ranges are drawn.',
    type: 'number',
    constraints: { required: true },
    value: ({ estimate }) => bonferroniZ(estimate.comparisons.length),
  },
  text('method', 'Method of the range', 'How lo and hi are computed.', () => 'newcombe', {
    categories: [{ value: 'newcombe', label: 'Newcombe’s hybrid score interval (method 10)' }],
  }),
  optionalText(
    'higher',
    'Which may be called higher',
    'Only where the range leaves out 0.',
    ({ difference: found }) => (found === null ? null : (found.higher ?? 'neither')),
    {
      categories: [
        { value: 'a', label: 'a is higher in this sample' },
        { value: 'b', label: 'b is higher in this sample' },
        { value: 'neither', label: 'The range holds 0: neither may be called higher' },
      ],
    },
  ),
  text(
    'status',
    'Status',
    'That of a or b, whichever says less.',
    ({ a, b }) => [a, b].find(({ count }) => count === null)?.status ?? statusOfBoth(a, b),
    {
      categories: statuses,
    },
  ),
];

const statusOfBoth = (a: Operand, b: Operand) =>
  [a, b].some(({ status }) => status === 'carried') ? 'carried' : 'published';

/** comparisons.csv: every difference that was fixed before anyone looked, with its range, whether it came to something or not. */
export const comparisonsTable = (release: Release, publisher: Publisher): TableFile =>
  tableFile({
    name: 'comparisons',
    title: 'Comparisons',
    description:
      'Every difference between two groups that was fixed before anyone looked (protocol 2.9), with its range, whether it came to something or not.',
    columns,
    primaryKey: ['release', 'estimate_id', 'a_series', 'a_option', 'b_series', 'b_option'],
    lines: catalogue.flatMap((estimate) =>
      estimate.comparisons.map((pair): Line => {
        const a = operand(release, estimate, pair.a);
        const b = operand(release, estimate, pair.b);
        const difference = a.count && b.count ? compare(a.count, b.count, estimate.comparisons.length) : null;
        return { ...provenanceOf(release, publisher), estimate, a, b, difference };
      }),
    ),
  });
