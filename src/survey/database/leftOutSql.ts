import { marks, qualityRules } from '../quality.ts';

/** Whether one rule leaves a row out, over its columns. */
const leftOutBy = ({ flag, counts, leftOutFrom }: (typeof qualityRules)[number], row = ''): string =>
  counts ? `${row}${flag} >= ${leftOutFrom}` : `${row}${flag}`;

/** For each rule, the expression over the columns of a response table that says whether it leaves the row out. */
export const leftOutByRule = qualityRules.map((rule) => [rule.flag, leftOutBy(rule)] as const);

/** Whether any rule leaves a row out: true or false, never null. @param row its name, such as `new` in a trigger */
export const leftOutSqlOf = (row: string): string =>
  `(${qualityRules.map((rule) => leftOutBy(rule, `${row}.`)).join(' or ')})`;

/** Whether a row has flags and is counted all the same. */
export const keptWithFlagSql = [
  ...qualityRules
    .filter(({ leftOutFrom }) => leftOutFrom > 1)
    .map(({ flag, leftOutFrom }) => [flag, `${flag} between 1 and ${leftOutFrom - 1}`] as const),
  ...marks.map(({ flag }) => [flag, flag] as const),
];
