import { estimateOf } from '../../release/catalogue.ts';
import type { EstimateDefinition } from '../../release/series.ts';
import type { Diverging, LadderSeries, ToneName } from '../ladderFigure.ts';
import { isWithheld, type Withheld } from '../parts.ts';
import { comparedOf, differencesFound } from './comparedOf.ts';
import { sumFound } from './shareFound.ts';
import { headOf, seriesOf, type Source } from './source.ts';
import { stackOf } from './stackedBar.ts';
import { withheld } from './withheld.ts';

const scale: readonly ToneName[] = ['low-2', 'low-1', 'mid', 'high-1', 'high-2'];

/** What people heard in the end, as a title names them; the catalogue’s own words name the rows. */
const people: Readonly<Record<string, { readonly who: string; readonly lead: string }>> = {
  job_seeker_about_them: { who: 'people given a specific reason', lead: 'given a specific reason for a no' },
  job_seeker_none: { who: 'people left in silence', lead: 'left without an answer' },
  job_seeker_form: { who: 'people told no and nothing else', lead: 'told no without a reason' },
  job_seeker_generic: { who: 'people given a general reason', lead: 'given a general reason for a no' },
};

function leadOf(group: string): string {
  const found = Object.values(people).find(({ who }) => who === group);
  if (found === undefined) throw new Error(`There are no words for ${group}.`);
  return found.lead;
}

interface Words extends Pick<Diverging, 'doesNotShow'> {
  /** What the sum counts of people, as a title says it. */
  readonly does: string;
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
  { points, short, sumFrom, does }: Words,
): LadderSeries | Withheld {
  const { definition, published } = seriesOf(source, estimate, id);
  if (published.status !== 'published') return withheld(definition, published, { does });
  const [indicator] = definition.indicators;
  if (indicator === undefined) throw new Error(`The series ${id} of ${estimate.id} has no indicator.`);
  const { cells } = definition;
  return stackOf(
    { definition, published },
    {
      answers: cells.map(({ code, label: point }, i) => ({
        code,
        label: point,
        short: points[i] ?? point,
        tone: scale[i] ?? 'mid',
      })),
      isScale: true,
      sum: {
        code: indicator.id,
        label: short,
        short,
        cells: indicator.cells,
      },
      sumFrom,
    },
  );
}

/** Whether the third answer is drawn by itself. */
const hasMiddle = ({ parts }: LadderSeries): boolean =>
  parts.some(({ stands, tone }) => stands === undefined && tone === 'mid');

const compared = (source: Source, estimate: EstimateDefinition, { does }: Words) =>
  comparedOf(
    source,
    estimate,
    Object.fromEntries(Object.entries(people).map(([id, { who }]) => [id, { who, does }])),
  );

const fivePoints =
  (estimate: EstimateDefinition, words: Words) =>
  (source: Source): Diverging => {
    const series = estimate.series.map(({ id }) => bar(source, estimate, id, words));
    const shown = series.filter((one): one is LadderSeries => !isWithheld(one));
    const said = { does: words.does, counted: 'who answered' };
    const straddles = shown.length > 0 && shown.every(hasMiddle);
    return {
      form: 'diverging',
      straddles,
      ...headOf(source, estimate, {
        job_seeker: 'Job seekers who were told no or left without an answer',
      }),
      notes: [
        'The rows are groups of different people, by what they had heard about why in the end, and nobody was put into one by lot: what goes together need not make the other. A reason about them may or may not have come with something to do differently.',
      ],
      findings: [
        ...differencesFound(compared(source, estimate, words), (first, second) => ({
          ...said,
          who: 'people',
          named: true,
          leads: [`of people ${leadOf(first.who)}`, `of people ${leadOf(second.who)}`],
        })),
        ...Object.entries(people).map(([id, { who }]) =>
          sumFound(bar(source, estimate, id, words), { ...said, who }),
        ),
      ],
      compared: compared(source, estimate, words),
      series,
      rowHeading: 'What they heard about why',
      howToRead: `Each bar is everyone who heard the same, cut by the five answers. ${straddles ? 'All bars straddle the middle of the third answer, so that a bar further to one side leans that way. ' : ''}The percentage beside a bar adds up the answers that were declared beforehand, with its small-numbers range.`,
      doesNotShow: words.doesNotShow,
    };
  };

const notACause =
  'People who heard more may differ in other ways from people who heard less: how far they got, which job it was, who hired.';

/** E7: how clear it is to people why, by what they heard. */
export const clarity = fivePoints(estimateOf('clarity'), {
  points: ['Not at all clear', 'Slightly', 'Moderately', 'Very', 'Completely'],
  short: 'clear',
  does: 'see clearly why they were not hired',
  sumFrom: 'end',
  doesNotShow: `It does not show whether the reason that people took away was the true one. ${notACause}`,
});

/** E8: how confident people are of doing well in a similar application today, by what they heard. */
export const confidence = fivePoints(estimateOf('confidence'), {
  points: ['Not at all', 'Slightly', 'Moderately', 'Very', 'Completely'],
  short: 'confident',
  does: 'feel confident of doing well next time',
  sumFrom: 'end',
  doesNotShow: `It does not show what made anybody more or less confident, nor how confident they were before. ${notACause}`,
});

/** E9: whether people would apply there again, by what they heard. */
export const again = fivePoints(estimateOf('apply-again'), {
  points: ['Very unlikely', 'Somewhat unlikely', 'Neither', 'Somewhat likely', 'Very likely'],
  short: 'likely',
  does: 'would likely apply to that employer again',
  sumFrom: 'end',
  doesNotShow: `It does not show what people will do, only what they say they would. ${notACause}`,
});
