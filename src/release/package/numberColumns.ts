import { optionalText, text, type Column } from './column.ts';
import { bounds, isWide, methodFor, methods, statuses, type EstimateLine } from './estimateLine.ts';

type NumberColumn = Column<EstimateLine>;

const whole = (name: 'n_asked' | 'n_answered' | 'x', title: string, description: string): NumberColumn => ({
  name,
  title,
  description,
  type: 'integer',
  constraints: { minimum: 0 },
  value: ({ numbers }) => numbers[name] ?? null,
});
const share = (
  name: string,
  title: string,
  description: string,
  pick: (numbers: EstimateLine['numbers']) => number | undefined,
): NumberColumn => ({
  name,
  title,
  description,
  type: 'number',
  constraints: { minimum: 0, maximum: 1 },
  value: ({ numbers }) => pick(numbers) ?? null,
});

/** The columns of estimates.csv that hold the numbers of a line, and what may be said of them. */
export const numberColumns: readonly NumberColumn[] = [
  whole(
    'n_asked',
    'People asked',
    'By routing. For everybody together only; empty where fewer than ten of them did not answer.',
  ),
  whole('n_answered', 'People in the base', 'Those who gave an answer that counts: the n of every share.'),
  whole('x', 'Count', 'How many of them.'),
  {
    name: 'n_effective',
    title: 'Effective number',
    description: 'Where respondents are weighted: how many with equal weights would say as much (Kish).',
    type: 'number',
    constraints: { minimum: 1 },
    value: ({ numbers }) => numbers.n_effective ?? null,
  },
  share('share', 'Share', 'x of n_answered, from 0 to 1.', (numbers) => numbers.share),
  share(
    'implied_lower',
    'Implied at the least',
    'Where the answers are bands: the mean of their lower limits.',
    ({ implied }) => implied?.lower,
  ),
  share(
    'implied_upper',
    'Implied at the most',
    'The mean of their upper limits.',
    ({ implied }) => implied?.upper,
  ),
  share(
    'lo',
    'Lower end of the range',
    'How far a random sample of this size could move by chance.',
    (numbers) => numbers.lo,
  ),
  share('hi', 'Upper end of the range', 'The same at the other end.', (numbers) => numbers.hi),
  {
    name: 'wide_range',
    title: 'Wide range',
    description: 'Whether the range of a share is 30 points or wider: not to be quoted without it.',
    type: 'boolean',
    value: isWide,
  },
  optionalText(
    'median',
    'Median',
    'The option that the middle value lies in: the first whose counts, added up in order, reach (n_answered + 1) / 2. Empty where hidden counts could move it.',
    ({ numbers }) => numbers.median?.value ?? null,
  ),
  optionalText(
    'median_lo',
    'Lower end of the median’s range',
    'An option.',
    ({ numbers }) => numbers.median?.lo ?? null,
  ),
  optionalText(
    'median_hi',
    'Upper end of the median’s range',
    'An option.',
    ({ numbers }) => numbers.median?.hi ?? null,
  ),
  optionalText(
    'method',
    'Method of the range',
    'How lo and hi, or the median’s range, are computed.',
    methodFor,
    {
      categories: methods,
    },
  ),
  text('status', 'Status', 'What may be said of the line.', ({ numbers }) => numbers.status, {
    categories: statuses,
    constraints: { required: true },
  }),
  optionalText(
    'bound',
    'Bound',
    'Where the count is too small or too large to print: on which side.',
    ({ numbers }) => numbers.bound ?? null,
    {
      categories: bounds,
    },
  ),
];
