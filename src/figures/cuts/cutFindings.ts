import type { Decided } from '../../release/comparisons/decided.ts';
import type { Category, Segment } from '../../release/segments.ts';
import {
  LONGEST_TITLE,
  type DifferenceFinding,
  type Finding,
  type RangeFinding,
  type ShareFinding,
} from '../finding.ts';
import { isNarrowRange } from '../narrowRange.ts';
import { isWithheld, type Share, type Withheld } from '../parts.ts';
import type { Called, Words } from './cutWords.ts';

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

/** The fullest words with which a sentence is short enough for a title. */
function fittingWhole(
  { who, does, briefly = [] }: Omit<Called, 'byInterviews'>,
  sentence: (words: Words) => string,
): Words {
  const full = { who, does };
  return [full, ...briefly].find((words) => sentence(words).length <= LONGEST_TITLE) ?? full;
}

/** The same where groups are named; those of the cut by interviews say themselves that there were some. */
function fitting(called: Called, { id }: Segment, sentence: (words: Words) => string): Words {
  const [first, ...briefly] = (id === 'rounds3' ? called.byInterviews : undefined) ?? [];
  return fittingWhole(first === undefined ? called : { ...called, ...first, briefly }, sentence);
}

/** “More people not hired …” would be read as if more had not been hired. */
const begun = (many: 'more' | 'fewer', { who, does }: Words): string =>
  who.includes(' ') ? `of ${who}, ${many} ${does}` : `${many} ${who} ${does}`;

function difference(
  called: Called,
  segment: Segment,
  { place, others, than = `${place} than ${others}` }: Category,
  { a, b, higher }: Decided,
): DifferenceFinding {
  const words = fitting(called, segment, (of) => `${begun('fewer', of)} ${than}: 50%`);
  const more = { a: `${begun('more', words)} ${than}`, b: `${begun('fewer', words)} ${than}` };
  return { kind: 'difference', a, b, higher, more, first: 'a' };
}

const range = (segment: Segment, { called, groups }: CutSide): RangeFinding => ({
  kind: 'range',
  every: segment.each,
  ...fitting(called, segment, ({ who, does }) => `${segment.each}, 10% to 20% of ${who} ${does}`),
  groups: groups.map(({ value }) => value),
  differs: groups.some(({ decided }) => decided !== null && decided.higher !== null),
});

const isShown = ({ value }: CutGroup): boolean => !isWithheld(value);

/** Whether every group is shown, and all lie close together. */
function isNarrow({ groups }: CutSide): boolean {
  const shown = groups.flatMap(({ value }) => (isWithheld(value) ? [] : [value]));
  return shown.length === groups.length && isNarrowRange(shown);
}

/** The longest words for a share. */
const LONGEST_SHARE = 'three quarters of';

/** Of one group alone what it says; of several, everybody together; of none, nothing: the page would not show it. */
function share(segment: Segment, { called, whole, groups }: CutSide): readonly ShareFinding[] {
  const [first, ...more] = groups.filter(isShown);
  if (first === undefined) return [];
  const of = called.counted === undefined ? {} : { counted: called.counted };
  if (more.length === 0) {
    const { place: lead } = first.category;
    const words = fitting(called, segment, ({ who, does }) => `${lead}, ${LONGEST_SHARE} ${who} ${does}`);
    return [{ kind: 'share', share: first.value, lead, ...words, ...of }];
  }
  const { who, does } = fittingWhole(
    called,
    (words) => `${LONGEST_SHARE} ${words.who} ${words.does}, ${segment.by}`,
  );
  return [{ kind: 'share', share: whole, who, does: `${does}, ${segment.by}`, ...of }];
}

/**
 * What the title of a cut may be made of, in order (protocol 2.10): the largest difference that was decided; the range
 * in which all groups lie, where every one is shown and none differs, or what was found of everybody where it is narrow;
 * what was found of everybody.
 */
export function cutFindings(segment: Segment, sides: readonly CutSide[]): readonly Finding[] {
  const differing = sides
    .flatMap(({ called, groups }) =>
      groups.flatMap(({ category, decided }) => (decided === null ? [] : [{ called, category, decided }])),
    )
    .filter(({ decided }) => decided.higher !== null)
    .toSorted((one, other) => Math.abs(other.decided.d) - Math.abs(one.decided.d));
  return [
    ...differing.map(({ called, category, decided }) => difference(called, segment, category, decided)),
    ...sides.flatMap((side): readonly Finding[] =>
      isNarrow(side) ? share(segment, side) : [range(segment, side)],
    ),
    ...sides.flatMap((side) => share(segment, side)),
  ];
}
