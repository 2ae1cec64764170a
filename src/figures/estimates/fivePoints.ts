import { estimateOf } from '../../release/catalogue.ts';
import type { EstimateDefinition } from '../../release/series.ts';
import type { Diverging, LadderSeries, ToneName } from '../ladderFigure.ts';
import type { Withheld } from '../parts.ts';
import { claimsOf } from './claimsOf.ts';
import { dated } from './dated.ts';
import { shareOfCells } from './indicatorShare.ts';
import { headOf, seriesOf, type Source } from './source.ts';
import { withheld } from './withheld.ts';

const scale: readonly ToneName[] = ['low-2', 'low-1', 'mid', 'high-1', 'high-2'];

/** What people heard in the end, as a sentence names them; the catalogue’s own words name the rows. */
const people: Readonly<Record<string, { readonly who: string; readonly than: string }>> = {
  job_seeker_none: { who: 'people who heard nothing', than: 'people who heard nothing' },
  job_seeker_form: { who: 'people who got only the no', than: 'people who got only the no' },
  job_seeker_generic: { who: 'people given a reason for anyone', than: 'people given a reason for anyone' },
  job_seeker_about_them: {
    who: 'people given a reason about them',
    than: 'people given a reason about them',
  },
};

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
  if (published.status !== 'published') return withheld(definition, published);
  const [indicator] = definition.indicators;
  if (indicator === undefined) throw new Error(`The series ${id} of ${estimate.id} has no indicator.`);
  const { side, cells, label, shortLabel } = definition;
  const predicate = indicator.label;
  return {
    id,
    side,
    label,
    shortLabel,
    n: published.n_answered,
    parts: cells.map(({ code, label: point }, i) => ({
      ...shareOfCells({ code, label: point, short: points[i] ?? point }, published, [code]),
      tone: scale[i] ?? 'mid',
    })),
    sum: {
      ...shareOfCells({ code: indicator.id, label: short, short }, published, indicator.cells),
      base: people[id]?.who ?? label,
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
    ...headOf(source, estimate, {
      job_seeker: 'Job seekers who were told no or left without an answer',
    }),
    notes: [
      'The rows are groups of different people, by what they had heard about why in the end, and nobody was put into one by lot: what goes together need not make the other. A reason about them may or may not have come with something to do differently.',
    ],
    claims: claimsOf(source, estimate, people),
    series: estimate.series.map(({ id }) => bar(source, estimate, id, words)),
    rowHeading: 'What they heard about why',
    howToRead:
      'Each bar is everyone who heard the same, cut by the five answers. All bars straddle the middle of the third answer, so that a bar further to one side leans that way. The percentage beside a bar adds up the answers that were declared beforehand, with its small-numbers range.',
    doesNotShow: words.doesNotShow,
  });

const notACause =
  'People who heard more may differ in other ways from people who heard less: how far they got, which job it was, who hired.';

/** E7: how clear it is to people why, by what they heard. */
export const clarity = fivePoints(estimateOf('clarity'), {
  points: ['Not at all clear', 'Slightly', 'Moderately', 'Very', 'Completely'],
  short: 'clear',
  sumFrom: 'end',
  doesNotShow: `It does not show whether the reason that people took away was the true one. ${notACause}`,
});

/** E8: how confident people are of doing well in a similar application today, by what they heard. */
export const confidence = fivePoints(estimateOf('confidence'), {
  points: ['Not at all', 'Slightly', 'Moderately', 'Very', 'Completely'],
  short: 'confident',
  sumFrom: 'end',
  doesNotShow: `It does not show what made anybody more or less confident, nor how confident they were before. ${notACause}`,
});

/** E9: whether people would apply there again, by what they heard. */
export const again = fivePoints(estimateOf('apply-again'), {
  points: ['Very unlikely', 'Somewhat unlikely', 'Neither', 'Somewhat likely', 'Very likely'],
  short: 'likely',
  sumFrom: 'end',
  doesNotShow: `It does not show what people will do, only what they say they would. ${notACause}`,
});
