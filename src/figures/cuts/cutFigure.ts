import { MINIMUM_BASE, MINIMUM_CELL, MINIMUM_GROUP, spelled } from '../../release/disclosure/thresholds.ts';
import type { BarGroup, Bars } from '../barsFigure.ts';
import type { Figure } from '../figure.ts';
import { accordingTo, type Compared } from '../finding.ts';
import { isWithheld } from '../parts.ts';
import { indicatorShare } from '../estimates/indicatorShare.ts';
import { betweenSides } from '../estimates/betweenSides.ts';
import { provenance, type Source } from '../estimates/source.ts';
import { cutFindings, type CutSide } from './cutFindings.ts';
import { decidedOf } from './decidedOf.ts';
import type { Cut, CutSeries } from '../../release/comparisons/cuts.ts';
import { tableIn } from '../../release/tableIn.ts';
import { cutValue } from './cutValue.ts';
import { cutWords, type Called } from './cutWords.ts';
import { lowered } from '../capital.ts';

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
  const read = measure.map((one) => ({ one, table: tableIn(release, one.table) }));
  return {
    id: cut.measures.length === 1 ? segment.id : `${segment.id}_${first?.series.id ?? ''}`,
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

function sideOf(source: Source, cut: Cut, one: CutSeries): CutSide {
  const table = tableIn(source.release, one.table);
  const groups = cut.segment.categories.map((category) => ({
    category,
    value: cutValue(table, one, category),
  }));
  const shown = groups.flatMap(({ category, value }) => (isWithheld(value) ? [] : [category.code]));
  return {
    called: calledOf(cut, one),
    whole: indicatorShare(source, cut.estimate, one.series.id, one.indicator.id),
    groups: groups.map((group) => ({
      ...group,
      decided: decidedOf(source.release, cut, one, group.category.code, shown),
    })),
  };
}

/** What is missing while no side that was released has two groups to set beside each other, and how many answers it takes. */
function missingIn(sides: readonly CutSide[]): string | undefined {
  const released = sides.filter(({ groups }) =>
    groups.some(({ value }) => !isWithheld(value) || value.unreleased !== true),
  );
  const shown = released.map(({ groups }) => groups.filter(({ value }) => !isWithheld(value)).length);
  if (released.length === 0 || Math.max(...shown) > 1) return undefined;
  const what = shown.some((groups) => groups > 0) ? 'No second group is shown yet' : 'No group is shown yet';
  return `${what}. A group needs at least ${MINIMUM_BASE} answers, and outside the groups there must be nobody or at least ${spelled(MINIMUM_GROUP)} people.`;
}

/** Every comparison of a side, in the order of its groups; `says` names the side where both tell of the same. */
const comparedOf = ({ called: { who, does }, groups }: CutSide, says: string): readonly Compared[] =>
  groups.flatMap(({ category: { place, others }, decided }) => {
    if (decided === null) return [];
    const { a, b, d, lo, hi, higher } = decided;
    return [
      {
        does: `${who} ${does}${says}`,
        a: { ...a, who: place },
        b: { ...b, who: others },
        d,
        lo,
        hi,
        higher,
      },
    ];
  });

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
  const all = measures.flat();
  const shown = all.map((one) => sideOf(source, cut, one));
  const subjects = Object.values(wordsOf(cut).called);
  const inOrder = shown.toSorted(
    (one, other) => subjects.indexOf(one.called) - subjects.indexOf(other.called),
  );
  const by = lowered(segment.label);
  const isOfBoth = sides.size > 1;
  const tellsApart = isOfBoth && opinion === undefined;
  const missing = missingIn(shown);
  return {
    form: 'bars',
    id,
    cut: { chart: estimate.slug, segment: segment.id, by, ...(missing !== undefined && { missing }) },
    name: `${estimate.name}, ${by}`,
    asked: whole.asked.filter(({ side }) => sides.has(side)),
    notes: [
      ...(note === undefined ? [] : [note]),
      ...(tellsApart ? [betweenSides(source)] : []),
      `A count is printed only with at least ${spelled(MINIMUM_CELL)} people on either side of it, in a group of ${spelled(MINIMUM_BASE)} or more. Those who did not say which group they belong to are in none.`,
    ],
    findings: cutFindings(segment, inOrder),
    compared: all.flatMap((one) =>
      comparedOf(sideOf(source, cut, one), tellsApart ? `, ${accordingTo[one.series.side]}` : ''),
    ),
    provenance: provenance(source, { slug: id }),
    groups,
    rowHeading: 'Group',
    yesNo: false,
    howToRead: `Each bar is a share of one group${isOfBoth ? ': job seekers are the upper, blue bar and employers the lower, rust one' : ''}. The line across its end is the small-numbers range, and n is how many answered. A dashed, empty box is a group whose count is not shown, for the reason in it; it is not nought.`,
    doesNotShow:
      'It does not show what makes one group differ from another: groups differ in more than what they are called after. Nor does a group that is not shown have few or many; it has too few answers to tell.',
  };
}
