import { catalogue } from '../../../../src/release/catalogue.ts';
import { cell, noAnswerTo } from '../../../../src/release/cells.ts';
import { candidate } from '../../../../src/release/disclosure/candidate.ts';
import type { Group, Partition } from '../../../../src/release/disclosure/partition.ts';
import { segmentOf } from '../../../../src/release/segments.ts';
import type { Cell, SeriesDefinition } from '../../../../src/release/series.ts';
import { holds, is } from '../../../../src/survey/condition.ts';
import { questionnaire } from '../../../../src/survey/questionnaire.ts';
import type { Submission } from '../../../../src/survey/submission.ts';
import { storedOf } from '../../../examples/recount.ts';

/** What the rules cost: how much of the cuts is shown at a size, with the segments there are and with those of the first version. */

type Row = ReturnType<typeof storedOf>;
type Categories = readonly Cell[];

/** The questions whose every answer was a category of its own in the first version (protocol 1.4). */
const fineOf: Readonly<Record<string, string>> = {
  field4: 'industry',
  size3: 'org_size',
  level3: 'seniority',
  region3: 'region',
};

const answersOf = (question: string): Categories => {
  const missing = new Set(noAnswerTo(question).map(({ code }) => code));
  const [asked] = questionnaire.sides.job_seeker.questions.filter(({ id }) => id === question);
  const list = asked?.kind === 'single' ? questionnaire.lists[asked.list] : undefined;
  if (list === undefined) throw new Error(`The question ${question} has no list of answers.`);
  return list.options
    .filter(({ code }) => !missing.has(code))
    .map(({ code, label }) => cell(code, label, is(question, code)));
};

/** How many counts the cuts have, and how many of them are printed; the same of groups. */
export interface Shown {
  readonly counts: number;
  readonly printed: number;
}

function partitionOf(
  series: SeriesDefinition,
  segment: string,
  categories: Categories,
  rows: readonly Row[],
): Partition {
  const isIn = (row: Row, codes: readonly string[]): boolean =>
    series.cells.some(({ code, where }) => codes.includes(code) && holds(where, row));
  const everyCode = series.cells.map(({ code }) => code);
  const answered = rows.filter((row) => holds(series.base.where, row) && isIn(row, everyCode));
  const groupOf = (own: readonly Row[]): Group => ({
    n: own.length,
    x: Object.fromEntries(
      series.indicators.map(({ id, cells }) => [id, own.filter((row) => isIn(row, cells)).length]),
    ),
    added: {},
  });
  return {
    table: `${series.id} ${segment}`,
    side: series.side,
    segment,
    population: series.base.id,
    indicators: series.indicators.map(({ id }) => id),
    categories: Object.fromEntries(
      categories.map(({ code, where }) => [code, groupOf(answered.filter((row) => holds(where, row)))]),
    ),
    rest: groupOf(answered.filter((row) => !categories.some(({ where }) => holds(where, row)))),
  };
}

/** What the cuts of one release of these people show, by the rules that look at one release. */
export function cutsShown(people: readonly Submission[], isFine: boolean): Shown {
  const rows = { job_seeker: new Array<Row>(), employer: new Array<Row>() };
  for (const { side, answers } of people) rows[side].push(storedOf(side, answers));
  let counts = 0;
  let printed = 0;
  for (const series of catalogue.flatMap((estimate) => estimate.series))
    for (const segment of series.segments) {
      const question = fineOf[segment];
      // The rounds of interviews have the same groups in both.
      const categories =
        isFine && question !== undefined ? answersOf(question) : segmentOf(segment).categories;
      const { table } = candidate(partitionOf(series, segment, categories, rows[series.side]), '2027-01');
      counts += categories.length * series.indicators.length;
      for (const group of Object.values(table.groups))
        if (group.status === 'published')
          printed += Object.values(group.cells).filter(({ status }) => status === 'published').length;
    }
  return { counts, printed };
}
