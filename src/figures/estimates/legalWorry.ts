import { estimateOf, seriesIn } from '../../release/catalogue.ts';
import type { BarRow, Bars } from '../barsFigure.ts';
import type { ShareFinding } from '../finding.ts';
import { indicatorShare } from './indicatorShare.ts';
import { comparedOf, differencesFound } from './comparedOf.ts';
import { shareFound } from './shareFound.ts';
import { headOf, type Source } from './source.ts';

const estimate = estimateOf('legal-worry');

const WORRY = 'limit feedback for fear of complaints or claims';

/** What the two groups know of, in the drawing and in the table of the difference between them. */
const know = {
  employer_worry_claim: 'know of a complaint or claim',
  employer_worry_no_claim: 'know of none',
} as const;

const people = {
  employer_worry_claim: { who: `employers who ${know.employer_worry_claim}`, does: WORRY },
  employer_worry_no_claim: { who: `employers who ${know.employer_worry_no_claim}`, does: WORRY },
};

/** E15: how many worry about legal claims, how many know of one, and whether the two go together. */
export const legalWorry = (source: Source): Bars => {
  const row = (series: string, indicator: string, label: string): BarRow => ({
    id: `${series}_${indicator}`,
    label,
    bars: [{ side: 'employer', value: indicatorShare(source, estimate, series, indicator) }],
  });
  const compared = comparedOf(source, estimate, people);
  const found = (series: string, words: Pick<ShareFinding, 'lead' | 'does' | 'named'>) =>
    shareFound(indicatorShare(source, estimate, series, 'yes'), {
      who: 'employers here',
      counted: 'who answered',
      ...words,
    });
  return {
    form: 'bars',
    ...headOf(source, estimate, {}),
    notes: ['What people know of depends on what they are told where they work.'],
    findings: [
      ...differencesFound(compared, ({ who }) => ({
        who: 'employers here',
        named: true,
        does: 'say worry limits their feedback',
        counted: 'who answered',
        leads:
          who === people.employer_worry_claim.who
            ? ['of employers here who know of a complaint or claim', 'of those who know of none']
            : ['of employers here who know of no complaint or claim', 'of those who know of one'],
      })),
      found('employer_worry_no_claim', {
        lead: 'of employers here who know of no complaint or claim',
        named: true,
        does: 'say fear of one limits feedback',
      }),
      found('employer_worry', { does: WORRY }),
    ],
    compared,
    groups: [
      {
        id: 'all',
        label: 'All who answered',
        rows: [
          row('employer_worry', 'yes', seriesIn(estimate, 'employer_worry').label),
          row('employer_claim', 'any', 'Know of a complaint or claim from feedback'),
          row('employer_claim', 'first', 'Know of one first-hand'),
        ],
      },
      {
        id: 'worry',
        label: 'Worry, among those who',
        rows: [
          row('employer_worry_claim', 'yes', know.employer_worry_claim),
          row('employer_worry_no_claim', 'yes', know.employer_worry_no_claim),
        ],
      },
    ],
    measure: 'Percent of employers',
    rowHeading: 'What was said',
    yesNo: false,
    howToRead:
      'The upper bars are shares of all employers who answered; the lower two split them by whether they know of a complaint or claim where they work. The line across the end of a bar is its small-numbers range.',
    doesNotShow:
      'It does not show how often feedback leads to a claim: several people may know of the same one, and nobody was asked how many candidates were given feedback. Nor does it show that knowing of a claim makes anybody worry.',
  };
};
