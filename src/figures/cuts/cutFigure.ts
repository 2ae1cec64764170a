import { MINIMUM_BASE, MINIMUM_CELL, spelled } from '../../release/disclosure/thresholds.ts';
import type { BarGroup, Bars } from '../barsFigure.ts';
import type { Figure } from '../figure.ts';
import { isWithheld } from '../parts.ts';
import { betweenSides } from '../estimates/betweenSides.ts';
import { provenance, type Source } from '../estimates/source.ts';
import { cutClaims, type Printed } from './cutClaims.ts';
import type { Cut, CutSeries } from './cuts.ts';
import { cutTitle } from './cutTitle.ts';
import { cutTable, cutValue } from './cutValue.ts';
import { cutWords, type Called } from './cutWords.ts';

const lowered = (label: string): string => `${label.charAt(0).toLowerCase()}${label.slice(1)}`;

function wordsOf({ estimate }: Cut) {
  const words = cutWords[estimate.slug];
  if (words === undefined) throw new Error(`The chart ${estimate.slug} has no words for its cuts.`);
  return words;
}

function calledOf(cut: Cut, { series }: CutSeries): Called {
  const called = wordsOf(cut).called[series.id];
  if (called === undefined) throw new Error(`The chart ${cut.estimate.slug} has no words for ${series.id}.`);
  return called;
}

/** The groups of a segment in their own order, the same in every chart: a bar a group and side. */
function groupOf({ release }: Source, cut: Cut, measure: readonly CutSeries[]): BarGroup {
  const { segment } = cut;
  const [first] = measure;
  const read = measure.map((one) => ({ one, table: cutTable(release, one) }));
  return {
    id:
      measure.length > 1 || cut.measures.length === 1
        ? segment.id
        : `${segment.id}_${first?.series.id ?? ''}`,
    label: first === undefined ? '' : calledOf(cut, first).measure,
    rows: segment.categories.map((category) => ({
      id: category.code,
      label: category.label,
      bars: read.map(({ one, table }) => ({
        side: one.series.side,
        value: cutValue(table, one, category),
      })),
    })),
  };
}

/** The groups of each series whose counts are printed. */
const printedOf = (cut: Cut, measure: readonly CutSeries[], { rows }: BarGroup): readonly Printed[] =>
  measure.map((one, i) => ({
    called: calledOf(cut, one),
    groups: rows.flatMap(({ bars }) => {
      const value = bars[i]?.value;
      return value === undefined || isWithheld(value) ? [] : [value];
    }),
  }));

/**
 * An estimate cut by one segment: a bar a category and side, each with its own base.
 * @param whole the chart it is cut from, whose question it quotes
 * @throws Error when the release lacks a table, or the chart has no words for its cuts.
 */
export function cutFigure(source: Source, cut: Cut, whole: Figure): Bars {
  const { id, estimate, segment, measures } = cut;
  const { note, opinion } = wordsOf(cut);
  const sides = new Set(measures.flat().map(({ series }) => series.side));
  const groups = measures.map((measure) => groupOf(source, cut, measure));
  const printed = measures.flatMap((measure, i) => {
    const group = groups[i];
    return group === undefined ? [] : printedOf(cut, measure, group);
  });
  const claims = cutClaims(printed);
  const by = lowered(segment.label);
  const title = cutTitle(printed, claims, by);
  const isOfBoth = sides.size > 1;
  return {
    form: 'bars',
    id,
    cut: { chart: estimate.slug, segment: segment.id, by },
    name: `${estimate.name}, ${by}`,
    asked: whole.asked.filter(({ side }) => sides.has(side)),
    notes: [
      ...(note === undefined ? [] : [note]),
      ...(isOfBoth && opinion === undefined ? [betweenSides(source)] : []),
      `A count is printed only with at least ${spelled(MINIMUM_CELL)} people on either side of it, in a group of ${spelled(MINIMUM_BASE)} or more. Those who did not say which group they belong to are in none.`,
    ],
    claims,
    provenance: provenance(source, { slug: id }),
    groups,
    ...(title !== undefined && { title }),
    rowHeading: 'Group',
    yesNo: false,
    howToRead: `Each bar is a share of one group${isOfBoth ? ': job seekers are the upper, blue bar and employers the lower, rust one' : ''}. The line across its end is the small-numbers range, and n is how many answered. A dashed, empty box is a group whose count is not shown, for the reason in it; it is not nought.`,
    doesNotShow:
      'It does not show what makes one group differ from another: groups differ in more than what they are called after. Nor does a group that is not shown have few or many; it has too few answers to tell.',
  };
}
