import type { Withholding } from '../../src/release/disclosure/protection.ts';
import type { MadeRelease } from '../../src/release/makeRelease.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';

const grouped = new Intl.NumberFormat('en-GB');
const plural = (n: number, word: string): string => `${grouped.format(n)} ${word}${n === 1 ? '' : 's'}`;

/** What each rule does, for a reader who does not know its name. */
const rules: Readonly<Record<Withholding['rule'], string>> = {
  calendar: 'P1, the side has too few answers or too few changes yet',
  base: 'P3, too few answers to make a percentage of',
  residual: 'P4, too few people would be left over',
  cell: 'P5, too few on one side of a count in a cut',
  complement: 'P5, another hidden count would come back by subtraction',
  nested: 'P12, too few people between two bases, one inside the other',
  change: 'P6, too few people came or left since an earlier release',
  small: 'P11, too few people gave an answer, or another one would come back by subtraction',
};

const place = ({ table, category, indicator }: Withholding): string =>
  [table, category, indicator].filter((part) => part !== null).join(', ');

/** How many lines of one rule are printed before the rest is only counted. */
const LINES = 6;

/** A summary of the release that was made. It contains no number that the release does not print itself. */
export function report({ release, withheld, sides }: MadeRelease): readonly string[] {
  const renewed = release.tables.filter(({ vintage, carried }) => vintage !== null && !carried);
  const carried = release.tables.filter((table) => table.carried);
  const never = release.tables.filter(({ vintage }) => vintage === null);
  const bySide = sides.map(({ side, included, changed, isDue }) => {
    const since =
      changed === null ? 'never released before' : `${plural(changed, 'response')} came or left since`;
    return `${questionnaire.sides[side].people}: ${plural(included, 'response')} counted, ${since}${isDue ? '' : '; not renewed'}.`;
  });
  const byRule = [...Map.groupBy(withheld, ({ rule }) => rule)].flatMap(([rule, list]) => [
    `Withheld by ${rules[rule]}: ${grouped.format(list.length)}.`,
    ...list.slice(0, LINES).map((one) => `  ${place(one)}`),
    ...(list.length > LINES ? [`  and ${grouped.format(list.length - LINES)} more.`] : []),
  ]);
  return [
    ...bySide,
    `${plural(release.tables.length, 'table')}: ${grouped.format(renewed.length)} renewed, ${grouped.format(carried.length)} as they were, ${grouped.format(never.length)} not shown yet.`,
    ...byRule,
  ];
}
