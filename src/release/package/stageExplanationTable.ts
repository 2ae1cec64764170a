import { stages } from '../bases.ts';
import { answersTo } from '../cells.ts';
import { seriesIn } from '../catalogue.ts';
import { explanationLadder } from '../estimates/explanationLadder.ts';
import { exclude } from '../implies.ts';
import type { Release } from '../release.ts';
import type { SeriesDefinition } from '../series.ts';
import { tableFile, text, type Category, type Column, type TableFile } from './column.ts';
import { estimateColumns } from './estimateColumns.ts';
import type { EstimateLine } from './estimateLine.ts';
import { estimateLines } from './estimatesTable.ts';
import { measuresOf, type Measure } from './measures.ts';
import { provenanceColumns, provenanceOf } from './provenance.ts';
import type { Publisher } from './publisher.ts';
import { all, either } from '../../survey/condition.ts';

type Stage = (typeof stages)[number];

interface Line extends EstimateLine {
  readonly stage: Stage;
}

/** What people of one stage heard in the end. */
const seriesOf = ({ id }: Stage): SeriesDefinition => seriesIn(explanationLadder, `job_seeker_${id}`);

/** Answers, and those who did not say. The headline follows from the answers. */
const isOfTable = ({ kind }: Measure): boolean => kind === 'answer' || kind === 'not_in_base';

/** The outcomes after which somebody may have been told something. */
const outcomes = answersTo('s_outcome', 'rejected_told', 'silent');

/** Those that the people on a line can have had, decided from the questionnaire. */
const outcomesOf = ({ table: { series }, measure }: Line): readonly string[] => {
  const here = all(series.base.where, either(...measure.cells.map(({ where }) => where)));
  return outcomes.filter(({ where }) => !exclude(series.side, here, where)).map(({ code }) => code);
};

const eitherOutcome: Category = {
  value: outcomes.map(({ code }) => code).join(' '),
  label: 'One or the other: the few who heard nothing until they asked are not told apart',
};

const ownColumns: readonly Column<Line>[] = [
  text('series', 'Series', 'That of the same counts in estimates.csv.', ({ table }) => table.seriesName),
  text('stage', 'How far they got', 'The furthest step.', ({ stage }) => stage.id, {
    categories: stages.map(({ id, label }) => ({ value: id, label })),
    categoriesOrdered: true,
  }),
  text('explanation', 'What they heard', 'In the end, after asking too.', ({ measure }) => measure.option, {
    categories: measuresOf(seriesOf(stages[0]))
      .filter(isOfTable)
      .map(({ option, label }) => ({ value: option, label })),
  }),
  text('outcome', 'How it ended', 'The answer to s_outcome.', (line) => outcomesOf(line).join(' '), {
    categories: [...outcomes.map(({ code, label }) => ({ value: code, label })), eitherOutcome],
  }),
];

/** The vintage and the numbers, as estimates.csv has them. */
const sharedColumns: readonly Column<EstimateLine>[] = estimateColumns.filter(({ name }) =>
  ['vintage', 'n_asked', 'n_answered', 'x', 'share', 'lo', 'hi', 'method', 'status', 'bound'].includes(name),
);

/**
 * stage_explanation.csv: how far people got × what they heard × how it ended (protocol 3.3, P2). It holds the counts of
 * E3, each stage a table of its own under P11 and P12, and hides what they hide: a second table of the same people,
 * with hidden counts of its own, would give these back.
 */
export const stageExplanationTable = (release: Release, publisher: Publisher): TableFile =>
  tableFile({
    name: 'stage_explanation',
    title: 'Stage, explanation and outcome',
    description:
      'Job seekers who were turned down or left without an answer, by how far they got, what they heard about why and how it ended. The counts are those of estimate E3.',
    columns: [...provenanceColumns, ...ownColumns, ...sharedColumns],
    primaryKey: ['release', 'stage', 'explanation'],
    lines: stages.flatMap((stage) =>
      estimateLines(release, provenanceOf(release, publisher))
        .filter(
          ({ table: { estimate, series, isClosed }, measure }) =>
            !isClosed &&
            estimate.id === explanationLadder.id &&
            series.id === seriesOf(stage).id &&
            isOfTable(measure),
        )
        .map((line) => ({ ...line, stage })),
    ),
  });
