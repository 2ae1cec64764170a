import type { Decided } from '../../release/comparisons/decided.ts';
import type { Category, Segment } from '../../release/segments.ts';
import {
  LONGEST_TITLE,
  ofWhom,
  type Claim,
  type DifferenceFinding,
  type Finding,
  type RangeFinding,
  type ShareFinding,
} from '../finding.ts';
import { isNarrowRange } from '../narrowRange.ts';
import { isWithheld, type Share, type Withheld } from '../parts.ts';
import type { Called } from './cutWords.ts';

/** One group of a cut. */
export interface CutGroup {
  readonly category: Category;
  readonly value: Share | Withheld;
  /** Beside the others of its side that are shown; null where nothing is, or where the other of two groups has it. */
  readonly decided: Decided | null;
}

/** What a cut shows of one thing counted of one side. */
export interface CutSide {
  readonly called: Called;
  /** Everybody in the series: not the sum of the groups that are shown. */
  readonly whole: Share | Withheld;
  readonly groups: readonly CutGroup[];
}

const claim = ({ who, does, counted }: Required<Omit<Claim, 'named'>>): Claim => ({
  who,
  does,
  counted,
});

/** The fullest words that are short enough for a title that begins so. */
function fitting(called: Called, begun: string, shares: string): Claim {
  const { briefly = [] } = called;
  const words =
    [called, ...briefly].find(
      ({ who, does }) => `${begun}, ${shares} ${ofWhom(who)} ${does}`.length <= LONGEST_TITLE,
    ) ?? called;
  return claim({ counted: called.counted, ...words });
}

/** What the others together are called: all others only where every group is shown. */
const othersOf = ({ groups }: CutSide, { category: { others } }: CutGroup): string =>
  groups.every(isShown) ? others : 'in others shown';

/** One group of a side beside the others of it, all of one table and so of one release. */
function difference(side: CutSide, group: CutGroup, { a, b, higher }: Decided): DifferenceFinding {
  const { called } = side;
  const { place } = group.category;
  const { asOf } = group.value;
  const since = asOf !== undefined && { asOf };
  return {
    kind: 'difference',
    ...fitting(called, place, '50%'),
    groups: [
      { ...a, ...since, lead: place },
      { ...b, ...since, lead: othersOf(side, group) },
    ],
    declared: higher !== null,
  };
}

function range(segment: Segment, { called, groups }: CutSide): RangeFinding {
  return {
    kind: 'range',
    lead: segment.by,
    ...fitting(called, segment.by, '10% to 20%'),
    groups: groups.map(({ value }) => value),
    differs: groups.some(({ decided }) => decided !== null && decided.higher !== null),
  };
}

const isShown = ({ value }: CutGroup): boolean => !isWithheld(value);

/** Whether every group is shown, and all lie close together. */
function isNarrow({ groups }: CutSide): boolean {
  const shown = groups.flatMap(({ value }) => (isWithheld(value) ? [] : [value]));
  return shown.length === groups.length && isNarrowRange(shown);
}

/** By which segment groups are shown; and of which release they are, where everybody together is counted in another. */
function shownBy({ by }: Segment, whole: Share | Withheld, groups: readonly CutGroup[]): string {
  const [oldest, ...more] = [...new Set(groups.map(({ value }) => value.asOf))].toSorted();
  if (oldest === undefined || (more.length === 0 && oldest === whole.asOf)) return by;
  return `${by}, ${more.length === 0 ? '' : 'some '}as of ${oldest}`;
}

/** Of one group alone what it says; of several, everybody together; of none, nothing: the page would not show it. */
function share(segment: Segment, { called, whole, groups }: CutSide): readonly ShareFinding[] {
  const shown = groups.filter(isShown);
  const [first, ...more] = shown;
  if (first === undefined) return [];
  if (more.length > 0)
    return [{ kind: 'share', share: whole, ...claim(called), by: shownBy(segment, whole, shown) }];
  const { place: lead } = first.category;
  return [{ kind: 'share', share: first.value, lead, ...fitting(called, lead, '50%') }];
}

/**
 * What the title of a cut may be made of, in order (protocol 2.10): the largest difference that was decided; the range
 * in which all groups lie, where every one is shown and none differs, or what was found of everybody where it is narrow;
 * what was found of everybody.
 */
export function cutFindings(segment: Segment, sides: readonly CutSide[]): readonly Finding[] {
  const differing = sides
    .flatMap((side) =>
      side.groups.flatMap((group) =>
        group.decided === null ? [] : [{ side, group, decided: group.decided }],
      ),
    )
    .filter(({ decided }) => decided.higher !== null)
    .toSorted((one, other) => Math.abs(other.decided.d) - Math.abs(one.decided.d));
  return [
    ...differing.map(({ side, group, decided }) => difference(side, group, decided)),
    ...sides.flatMap((side): readonly Finding[] =>
      isNarrow(side) ? share(segment, side) : [range(segment, side)],
    ),
    ...sides.flatMap((side) => share(segment, side)),
  ];
}
