import type { EstimateDefinition } from '../../release/series.ts';
import { estimateOf } from '../../release/catalogue.ts';
import { isWideRange } from '../../statistics/precision.ts';
import type { BarRow, Bars } from '../barsFigure.ts';
import { isWithheld } from '../parts.ts';
import { count } from '../percent.ts';
import { indicatorShare } from './indicatorShare.ts';
import { headOf, type Source } from './source.ts';

/** Says that nothing is in the way: never a barrier in a title, and always the last row (protocol 1.6). */
const NO_NEED = 'e_barriers_enough';

/** The largest share first, as they were asked where two are alike; those that are not shown come last. */
function ranked(rows: readonly BarRow[]): readonly BarRow[] {
  const share = ({ bars: [bar] }: BarRow) =>
    bar === undefined || isWithheld(bar.value) ? -1 : bar.value.share;
  const isLast = ({ id }: BarRow) => Number(id === NO_NEED);
  return rows.toSorted((a, b) => isLast(a) - isLast(b) || share(b) - share(a));
}

/** “Of 461 employers who answered, 325 name “Too little time for so many””: the first row that is exact enough to quote. */
function titleOf(rows: readonly BarRow[], says: string): string | undefined {
  for (const { label, bars } of rows.filter(({ id }) => id !== NO_NEED))
    for (const { value } of bars)
      if (!isWithheld(value) && !isWideRange(value))
        return `Of ${count(value.n)} employers who answered, ${count(value.x)} ${says} “${label}”`;
  return undefined;
}

const yesNoBars =
  (
    estimate: EstimateDefinition,
    words: Pick<Bars, 'rowHeading' | 'howToRead' | 'doesNotShow'> & { readonly says: string },
  ) =>
  (source: Source): Bars => {
    const { says, ...rest } = words;
    const rows = ranked(
      estimate.series.map(({ id, label }) => ({
        id,
        label,
        bars: [{ side: 'employer', value: indicatorShare(source, estimate, id, 'yes') }],
      })),
    );
    const title = titleOf(rows, says);
    return {
      form: 'bars',
      ...headOf(source, estimate, { employer: 'Employers, yes or no for each' }),
      notes: ['Each row was answered yes or no by itself, so the percentages add up to more than 100.'],
      groups: [{ id: estimate.slug, label: '', rows }],
      ...(title !== undefined && { title }),
      measure: 'Percent of employers who said yes to it',
      yesNo: true,
      ...rest,
    };
  };

const howToRead =
  'Each bar is the share that said yes, of those who answered that row; the line across its end is the small-numbers range. The rows stand in the order of their shares';

/** E13: what keeps employers from giving more feedback. */
export const barriers = yesNoBars(estimateOf('barriers'), {
  rowHeading: 'Reason',
  says: 'say that this keeps them from giving more feedback:',
  howToRead: `${howToRead}; that there is no need comes last, because it is no barrier.`,
  doesNotShow:
    'It does not show what would change if a reason went away, nor which one weighs most with anybody: people said yes or no to each, not how much.',
});

/** E14: what exists where they hire that could help. */
export const support = yesNoBars(estimateOf('support'), {
  rowHeading: 'What exists',
  says: 'say that this exists where they hire:',
  howToRead: `${howToRead}.`,
  doesNotShow:
    'It does not show whether any of this is used, nor whether it helps: it is what people know to exist where they hire.',
});
