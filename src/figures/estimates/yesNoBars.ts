import type { EstimateDefinition } from '../../release/series.ts';
import { estimateOf } from '../../release/catalogue.ts';
import type { BarRow, Bars } from '../barsFigure.ts';
import type { ShareFinding } from '../finding.ts';
import { isWithheld } from '../parts.ts';
import { indicatorShare } from './indicatorShare.ts';
import { shareFound } from './shareFound.ts';
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

const yesNoBars =
  (
    estimate: EstimateDefinition,
    words: Pick<Bars, 'rowHeading' | 'howToRead' | 'doesNotShow'>,
    found: (rows: readonly BarRow[]) => readonly ShareFinding[],
  ) =>
  (source: Source): Bars => {
    const rows = ranked(
      estimate.series.map(({ id, label }) => ({
        id,
        label,
        bars: [{ side: 'employer', value: indicatorShare(source, estimate, id, 'yes') }],
      })),
    );
    return {
      form: 'bars',
      ...headOf(source, estimate, { employer: 'Employers, yes or no for each' }),
      notes: ['Each row was answered yes or no by itself, so the percentages add up to more than 100.'],
      groups: [{ id: estimate.slug, label: '', rows }],
      findings: found(rows),
      measure: 'Percent of employers who said yes to it',
      yesNo: true,
      ...words,
    };
  };

/** A row as a title may say it, if it has words for it. */
function rowFound(
  { id, bars: [bar] }: BarRow,
  says: Readonly<Record<string, string>>,
  more: Pick<ShareFinding, 'byHalf'> = {},
): readonly ShareFinding[] {
  const does = says[id];
  return bar === undefined || does === undefined
    ? []
    : [shareFound(bar.value, { who: 'employers here', does, counted: 'who answered', ...more })];
}

const keeps = 'keeps them from giving more feedback';
const limit = 'limit feedback for fear of';

/** That there is no need is no barrier, so no title says it. */
const barrierDoes: Readonly<Record<string, string>> = {
  e_barriers_time: `say lack of time ${keeps}`,
  e_barriers_notes: `say lack of usable notes ${keeps}`,
  e_barriers_wording: `say not finding the words ${keeps}`,
  e_barriers_owner: 'say giving candidates more feedback is not their task',
  e_barriers_source: 'say nobody gives them the reason that they could pass on',
  e_barriers_policy: `say a rule against it ${keeps}`,
  e_barriers_system: 'say their system can send standard messages only',
  e_barriers_conflict: `${limit} arguments or upset replies`,
  e_barriers_legal: `${limit} legal claims or complaints`,
  e_barriers_doubt: 'say candidates would not find more feedback useful',
};

/** What makes giving a reason easiest comes first. */
const supportDoes: Readonly<Record<string, string>> = {
  e_has_template: 'have a standard rejection message with room for a reason',
  e_has_scorecard: 'have scorecards or structured interview notes where they hire',
  e_has_deadline: 'have a deadline for telling candidates where they hire',
  e_has_training: 'have training in giving feedback where they hire',
  e_has_rule_give: 'have a written rule that candidates get feedback',
  e_has_rule_not: 'have a written rule against feedback',
};

const howToRead =
  'Each bar is the share that said yes, of those who answered that row; the line across its end is the small-numbers range. The rows stand in the order of their shares';

/** E13: what keeps employers from giving more feedback. */
export const barriers = yesNoBars(
  estimateOf('barriers'),
  {
    rowHeading: 'Reason',
    howToRead: `${howToRead}; that there is no need comes last, because it is no barrier.`,
    doesNotShow:
      'It does not show what would change if a reason went away, nor which one weighs most with anybody: people said yes or no to each, not how much.',
  },
  (rows) => rows.flatMap((row) => rowFound(row, barrierDoes)),
);

/** E14: what exists where they hire that could help. */
export const support = yesNoBars(
  estimateOf('support'),
  {
    rowHeading: 'What exists',
    howToRead: `${howToRead}.`,
    doesNotShow:
      'It does not show whether any of this is used, nor whether it helps: it is what people know to exist where they hire.',
  },
  (rows) =>
    Object.keys(supportDoes).flatMap((id) =>
      rows.filter((row) => row.id === id).flatMap((row) => rowFound(row, supportDoes, { byHalf: true })),
    ),
);
