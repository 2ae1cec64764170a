import { estimateOf } from '../../release/catalogue.ts';
import type { EstimateDefinition } from '../../release/series.ts';
import type { Diverging, LadderSeries, ToneName } from '../ladderFigure.ts';
import type { Withheld } from '../parts.ts';
import { claimsOf } from './claimsOf.ts';
import { dated } from './dated.ts';
import { shareOfCells } from './indicatorShare.ts';
import { headOf, seriesOf, type Source, turnedDownOrWaiting } from './source.ts';
import { withheld } from './withheld.ts';

const scale: readonly ToneName[] = ['low-2', 'low-1', 'mid', 'high-1', 'high-2'];

/** What people were told, as a sentence names them; the catalogue’s own words name the rows. */
const people = {
  job_seeker_silence: { who: 'people left without an answer', than: 'people left without an answer' },
  job_seeker_form: { who: 'people given a standard message', than: 'people given a standard message' },
  job_seeker_generic: { who: 'people given a reason for anyone', than: 'people given a reason for anyone' },
  job_seeker_specific: { who: 'people given a reason about them', than: 'people given a reason about them' },
  job_seeker_actionable: {
    label: 'A reason and something to do',
    who: 'people given a reason and something to do',
    than: 'people given a reason and something to do',
  },
} as const satisfies Record<string, { who: string; than: string; label?: string }>;

/** A row’s name where the catalogue’s would not stand alone. */
const called: Readonly<Record<string, { readonly who: string; readonly label?: string }>> = people;

interface Words extends Pick<Diverging, 'doesNotShow'> {
  /** The points in a word or two, for marks. */
  readonly points: readonly [string, string, string, string, string];
  /** The sum beside a bar in a word, for marks; what it counts is the catalogue’s. */
  readonly short: string;
  readonly sumFrom: LadderSeries['sumFrom'];
}

function bar(
  source: Source,
  estimate: EstimateDefinition,
  id: string,
  { points, short, sumFrom }: Words,
): LadderSeries | Withheld {
  const { definition, published } = seriesOf(source, estimate, id);
  const label = called[id]?.label ?? definition.label;
  if (published.status !== 'published')
    return withheld({ ...definition, label, shortLabel: label }, published);
  const [indicator] = definition.indicators;
  if (indicator === undefined) throw new Error(`The series ${id} of ${estimate.id} has no indicator.`);
  const { side, cells } = definition;
  const predicate = indicator.label;
  return {
    id,
    side,
    label,
    shortLabel: label,
    n: published.n_answered,
    parts: cells.map(({ code, label: point }, i) => ({
      ...shareOfCells({ code, label: point, short: points[i] ?? point }, published, [code]),
      tone: scale[i] ?? 'mid',
    })),
    sum: {
      ...shareOfCells({ code: indicator.id, label: short, short }, published, indicator.cells),
      base: called[id]?.who ?? label,
      predicate,
    },
    sumFrom,
    ...dated(published),
  };
}

const fivePoints =
  (estimate: EstimateDefinition, words: Words) =>
  (source: Source): Diverging => ({
    form: 'diverging',
    ...headOf(source, estimate, turnedDownOrWaiting),
    notes: [
      'The rows are groups of different people, and nobody was put into one by lot: what goes together need not make the other.',
    ],
    claims: claimsOf(source, estimate, people),
    series: estimate.series.map(({ id }) => bar(source, estimate, id, words)),
    rowHeading: 'What they were told',
    howToRead:
      'Each bar is everyone who was told the same, cut by the five answers. All bars straddle the middle of the third answer, so that a bar further to one side leans that way. The percentage beside a bar adds up the answers that were declared beforehand, with its small-numbers range.',
    doesNotShow: words.doesNotShow,
  });

const notACause =
  'People who were told more may differ in other ways from people who were told less: how far they got, which job it was, who hired.';

/** E7: how clear it is to people why, by what they were told. */
export const clarity = fivePoints(estimateOf('clarity'), {
  points: ['Not at all clear', 'Slightly', 'Moderately', 'Very', 'Completely'],
  short: 'clear',
  sumFrom: 'end',
  doesNotShow: `It does not show whether the reason that people took away was the true one. ${notACause}`,
});

/** E8: what it did to people’s confidence in applying, by what they were told. */
export const confidence = fivePoints(estimateOf('confidence'), {
  points: ['Much lower', 'Somewhat lower', 'No change', 'Somewhat higher', 'Much higher'],
  short: 'lower',
  sumFrom: 'start',
  doesNotShow: `It does not show what changed anybody’s confidence, nor how it was before. ${notACause}`,
});

/** E9: whether people would apply there again, by what they were told. */
export const again = fivePoints(estimateOf('apply-again'), {
  points: ['Very unlikely', 'Somewhat unlikely', 'Neither', 'Somewhat likely', 'Very likely'],
  short: 'likely',
  sumFrom: 'end',
  doesNotShow: `It does not show what people will do, only what they say they would. ${notACause}`,
});
