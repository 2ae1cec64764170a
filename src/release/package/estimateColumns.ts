import { versionsIn } from '../asked.ts';
import { catalogue } from '../catalogue.ts';
import { segments } from '../segments.ts';
import type { Cell } from '../series.ts';
import { sideCategories } from './categories.ts';
import { optionalText, text, type Column } from './column.ts';
import type { EstimateLine } from './estimateLine.ts';
import { measureKinds } from './measures.ts';
import { numberColumns } from './numberColumns.ts';
import { provenanceColumns } from './provenance.ts';
import { questionsOf } from './questionsOf.ts';

/** The values of segment_var and segment on lines that are not cut by a segment. */
export const WHOLE = { segmentVar: 'none', segment: 'all' } as const;

/** The unit and limits of an answer that is a band; only answers and days have any. */
function limitsOf({ measure: { kind, cells } }: EstimateLine): {
  readonly unit: 'percent' | 'hours' | 'days' | null;
  readonly lower: number | null;
  readonly upper: number | null;
} {
  const last: Cell | undefined = kind === 'answer' || kind === 'by_day' ? cells.at(-1) : undefined;
  if (last?.percent !== undefined) return { unit: 'percent', lower: last.percent[0], upper: last.percent[1] };
  if (last?.hours !== undefined) return { unit: 'hours', lower: last.hours[0], upper: last.hours[1] };
  if (last?.days !== undefined) return { unit: 'days', lower: null, upper: last.days };
  return { unit: null, lower: null, upper: null };
}

/** The columns of estimates.csv (protocol 5), with those that let every number be recomputed from other lines. */
export const estimateColumns: readonly Column<EstimateLine>[] = [
  ...provenanceColumns,
  optionalText(
    'vintage',
    'Vintage',
    'The release whose numbers these are: an earlier one where too little has changed since. Empty before the first.',
    ({ vintage }) => vintage,
  ),
  text(
    'instrument_version',
    'Version of the questionnaire',
    'The versions whose answers it counts, set apart by blanks: those in which all that it looks at is answered alike. See instrument.json.',
    ({ table }) => versionsIn(table.series.base).join(' '),
  ),
  text('estimate_id', 'Estimate', 'What is estimated.', ({ table }) => table.estimate.id, {
    categories: catalogue.map(({ id, name }) => ({ value: id, label: name })),
  }),
  text(
    'chart',
    'Chart',
    'The last part of the address of its chart: /charts/<chart>/.',
    ({ table }) => table.estimate.slug,
  ),
  text('side', 'Side', 'Who was asked.', ({ table }) => table.series.side, {
    categories: sideCategories,
  }),
  text(
    'series',
    'Series',
    'One base, cut into answers. Where a question changed, the series restarted under a new name: “_v2” counts from version 2 on.',
    ({ table }) => table.seriesName,
  ),
  text('series_label', 'Series, in words', 'As the chart names it.', ({ table }) => table.series.label),
  text('base', 'Base', 'Whom the series is about.', ({ table }) => table.series.base.label),
  text('measure', 'Measure', 'How the numbers of the line are made.', ({ measure }) => measure.kind, {
    categories: measureKinds,
  }),
  text(
    'question_id',
    'Questions',
    'The questions whose answers decide who is counted in x, by their id in codebook.csv; several are set apart by a blank.',
    ({ measure }) => questionsOf(measure.cells).join(' '),
  ),
  text('option', 'Option', 'The code of the answer, headline or day.', ({ measure }) => measure.option),
  text(
    'label',
    'Option, in words',
    'As the questionnaire or the catalogue words it.',
    ({ measure }) => measure.label,
  ),
  text(
    'parts',
    'Parts',
    'The answers it is made of, by the option of their own lines, set apart by blanks: x is the sum of theirs.',
    ({ measure }) => measure.cells.map(({ code }) => code).join(' '),
  ),
  optionalText(
    'unit',
    'Unit of the limits',
    'What lower and upper are measured in.',
    (line) => limitsOf(line).unit,
    {
      categories: [
        { value: 'percent', label: 'Percent of the people not hired' },
        { value: 'hours', label: 'Hours' },
        { value: 'days', label: 'Days since the last step' },
      ],
    },
  ),
  {
    name: 'lower',
    title: 'Lower limit of the answer',
    description: 'Where the answer is a band: its lowest value.',
    type: 'integer',
    value: (line) => limitsOf(line).lower,
  },
  {
    name: 'upper',
    title: 'Upper limit of the answer',
    description:
      'Where the answer is a band or a stretch of days: its highest value. Empty in the last, open band.',
    type: 'integer',
    value: (line) => limitsOf(line).upper,
  },
  {
    name: 'weight',
    title: 'Weight',
    description: 'Where a respondent stands for several people: about how many, the middle of a band.',
    type: 'integer',
    constraints: { minimum: 1 },
    value: ({ table }) => table.series.weight ?? null,
  },
  text(
    'segment_var',
    'Cut by',
    `The variable the table is cut by; “${WHOLE.segmentVar}” for everybody together.`,
    ({ cut }) => cut?.segment ?? WHOLE.segmentVar,
    {
      categories: [
        { value: WHOLE.segmentVar, label: 'Everybody together' },
        ...segments.map(({ id, label }) => ({ value: id, label })),
      ],
    },
  ),
  text(
    'segment',
    'Group',
    `The code of the group; “${WHOLE.segment}” for everybody together.`,
    ({ cut }) => cut?.category.code ?? WHOLE.segment,
  ),
  optionalText(
    'segment_label',
    'Group, in words',
    'As the questionnaire words it.',
    ({ cut }) => cut?.category.label ?? null,
  ),
  ...numberColumns,
];
