import type { Withholding } from '../../src/release/disclosure/protection.ts';
import { FIRST_RELEASE, MINIMUM_GROUP } from '../../src/release/disclosure/thresholds.ts';
import type { SideDue } from '../../src/release/dueSides.ts';
import type { MadeRelease } from '../../src/release/makeRelease.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { number, plural } from '../owner/plural.ts';
import { placeInWords } from './placeInWords.ts';

/** What each rule does, for a reader who does not know its name. */
const rules: Readonly<Record<Withholding['rule'], string>> = {
  calendar: 'P1, the side has too few answers or too few changes yet',
  base: 'P3, too few answers to make a percentage of',
  residual: 'P4, too few people would be left over',
  cell: 'P5, too few on one side of a count in a cut',
  complement: 'P5, another hidden count would come back by subtraction',
  nested: 'P12, bases added up and taken away would leave too few people',
  change: 'P6, too few people came or left since an earlier release',
  small: 'P11, too few people gave an answer, or another one would come back by subtraction',
};

/** Why a side is not renewed, in one sentence: P1. */
export const whyNotDue = ({ side, included, changed }: SideDue): string =>
  changed === null
    ? `${questionnaire.sides[side].people}: ${included} of the ${FIRST_RELEASE} needed for their first release.`
    : `${questionnaire.sides[side].people}: ${changed} of the ${MINIMUM_GROUP} needed that came or left since their last release.`;

/** How many lines of one rule are printed before the rest is only counted. */
const LINES = 6;

/**
 * A summary of the release that was made, for its owner: how many a side that is not renewed has is in it and in no release, so
 * it belongs into no public log.
 */
export function report({ release, withheld, sides }: MadeRelease): readonly string[] {
  const renewed = release.tables.filter(({ vintage, carried }) => vintage !== null && !carried);
  const carried = release.tables.filter((table) => table.carried);
  const never = release.tables.filter(({ vintage }) => vintage === null);
  const bySide = sides.map((one) => {
    if (!one.isDue) return whyNotDue(one);
    const { side, included, changed } = one;
    const since =
      changed === null ? 'never released before' : `${plural(changed, 'response')} came or left since`;
    return `${questionnaire.sides[side].people}: ${plural(included, 'response')} counted, ${since}.`;
  });
  const byRule = [...Map.groupBy(withheld, ({ rule }) => rule)].flatMap(([rule, list]) => [
    `Withheld by ${rules[rule]}: ${number(list.length)}.`,
    ...list.slice(0, LINES).map((one) => `  ${placeInWords(one)}`),
    ...(list.length > LINES ? [`  and ${number(list.length - LINES)} more.`] : []),
  ]);
  return [
    ...bySide,
    `${plural(release.tables.length, 'table')}: ${number(renewed.length)} renewed, ${number(carried.length)} as they were, ${number(never.length)} not shown yet.`,
    ...byRule,
  ];
}
