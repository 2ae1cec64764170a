import { MINIMUM_BASE, MINIMUM_CELL, spelled } from '../../release/disclosure/thresholds.ts';
import { segmentOf } from '../../release/segments.ts';
import type { BarRow, Bars } from '../barsFigure.ts';
import type { Figure } from '../figure.ts';
import { isWithheld } from '../parts.ts';
import { cutClaims, type Printed } from './cutClaims.ts';
import type { Cut } from './cuts.ts';
import { cutTitle } from './cutTitle.ts';
import { cutTable, cutValue } from './cutValue.ts';
import { cutWords } from './cutWords.ts';
import { provenance, type Source } from '../estimates/source.ts';

/** The list that a segment’s categories are answers of; none where they are made of several, in their own order. */
function listOf({ questionnaire }: Source, segment: string) {
  const questions = Object.values(questionnaire.sides).flatMap((side) => side.questions);
  const question = questions.find(({ id }) => id === segment);
  return question?.kind === 'single' ? questionnaire.lists[question.list] : undefined;
}

/** Whether the categories have an order of their own, which is then kept (protocol 1.2). */
export const isOrdered = (source: Source, segment: string): boolean =>
  listOf(source, segment)?.ordered ?? segmentOf(segment).categories.length > 0;

const shareOf = ({ bars }: BarRow, i: number): number => {
  const value = bars[i]?.value;
  return value === undefined || isWithheld(value) ? -1 : value.share;
};

/** By the first side’s share, then the second’s; those without any come last, and before them “other”. */
function ranked(rows: readonly BarRow[], last: readonly string[]): readonly BarRow[] {
  const rank = (row: BarRow): number => {
    if (row.bars.every((_, i) => shareOf(row, i) < 0)) return 2;
    return last.includes(row.id) ? 1 : 0;
  };
  return rows.toSorted(
    (a, b) => rank(a) - rank(b) || shareOf(b, 0) - shareOf(a, 0) || shareOf(b, 1) - shareOf(a, 1),
  );
}

const lowered = (label: string): string => `${label.charAt(0).toLowerCase()}${label.slice(1)}`;

/**
 * An estimate cut by one segment: a bar a category and side, each with its own base.
 * @param whole the chart it is cut from, whose question it quotes
 * @throws Error when the release lacks a table, or the chart has no words for its cuts.
 */
export function cutFigure(source: Source, cut: Cut, whole: Figure): Bars {
  const { id, estimate, segment, sides } = cut;
  const words = cutWords[estimate.slug];
  if (words === undefined) throw new Error(`The chart ${estimate.slug} has no words for its cuts.`);
  const read = sides.map((side) => ({ side, table: cutTable(source.release, side) }));
  const rows = segment.categories.map((category): BarRow => ({
    id: category.code,
    label: category.label,
    bars: read.map(({ side, table }) => ({
      side: side.series.side,
      value: cutValue(table, side, category),
    })),
  }));
  const printed = sides.map(({ series }, i): Printed => {
    const called = words.called[series.id];
    if (called === undefined) throw new Error(`The chart ${estimate.slug} has no words for ${series.id}.`);
    const groups = rows.flatMap(({ bars }) => {
      const value = bars[i]?.value;
      return value === undefined || isWithheld(value) ? [] : [value];
    });
    return { called, groups };
  });
  const claims = cutClaims(printed);
  const by = lowered(segment.label);
  const title = cutTitle(printed, claims, by);
  const ordered = isOrdered(source, segment.id);
  return {
    form: 'bars',
    id,
    cut: { chart: estimate.slug, segment: segment.id, by },
    name: `${estimate.name}, ${by}`,
    asked: whole.asked.filter(({ side }) => sides.some(({ series }) => series.side === side)),
    notes: [
      ...(words.note === undefined ? [] : [words.note]),
      ...(sides.length > 1 ? ['Employers and job seekers here did not describe the same applications.'] : []),
      `A count is printed only with at least ${spelled(MINIMUM_CELL)} people on either side of it, in a group of ${spelled(MINIMUM_BASE)} or more. Those who did not say which group they belong to are in none.`,
    ],
    claims,
    provenance: provenance(source, { slug: id }),
    groups: [
      {
        id: segment.id,
        label: words.measure,
        rows: ordered ? rows : ranked(rows, listOf(source, segment.id)?.last ?? []),
      },
    ],
    ...(title !== undefined && { title }),
    rowHeading: 'Group',
    yesNo: false,
    howToRead: `Each bar is a share of one group${sides.length > 1 ? ': job seekers are the upper, blue bar and employers the lower, rust one' : ''}. The line across its end is the small-numbers range, and n is how many answered. ${ordered ? 'The groups stand in their own order.' : `The groups stand in the order of ${sides.length > 1 ? 'job seekers’' : 'their'} shares; those that are not shown stand last.`} A dashed, empty box is a group whose count is not shown, for the reason in it; it is not nought.`,
    doesNotShow:
      'It does not show what makes one group differ from another: groups differ in more than what they are called after. Nor does a group that is not shown have few or many; it has too few answers to tell.',
  };
}
