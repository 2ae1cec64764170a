import { doorRules, marks, qualityRules, rulesVersion } from '../../survey/quality.ts';
import type { Questionnaire } from '../../survey/question.ts';
import { questionnaire } from '../../survey/questionnaire.ts';
import { MUCH_MISSING } from '../../statistics/worstCase.ts';
import { WIDE_RANGE } from '../../statistics/precision.ts';
import { catalogue } from '../catalogue.ts';
import { catalogueChecksum } from '../catalogueChecksum.ts';
import { cuts } from '../comparisons/cuts.ts';
import { FALSE_DISCOVERY_RATE } from '../comparisons/decided.ts';
import { HELD } from '../comparisons/withinStrata.ts';
import { rules } from '../disclosure/rules.ts';
import { FIRST_RELEASE, MINIMUM_BASE, MINIMUM_CELL, MINIMUM_GROUP } from '../disclosure/thresholds.ts';
import type { Term } from '../series.ts';
import { sha256 } from '../sha256.ts';
import { registrations } from './registrations.ts';

/** instrument.json: the questionnaire from which the form itself is made. */
export const instrumentText = (of: Questionnaire): string => `${JSON.stringify(of, null, 2)}\n`;

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
const term = ({ series, indicator }: Term): string => `${series} ${indicator}`;
const percent = (share: number): string => `${Number((100 * share).toFixed(1))}%`;

const listed = (): readonly string[] =>
  catalogue.flatMap(({ id, comparisons }) =>
    comparisons.map(
      ({ a, b, within = [] }) =>
        `${id}: ${term(a)}, against ${term(b)}${within.length === 0 ? '' : `; within ${within.join(', ')}`}`,
    ),
  );

const cut = (): readonly string[] =>
  cuts.map(
    ({ estimate, segment, measures }) =>
      `${estimate.id} by ${segment.id}: ${measures
        .flat()
        .map(({ series, indicator }) => term({ series: series.id, indicator: indicator.id }))
        .join(', ')}`,
  );

/** Every number that decides what is printed or said. */
const thresholds = (): readonly string[] => [
  `A side’s first release waits for ${FIRST_RELEASE} responses.`,
  `A percentage rests on at least ${MINIMUM_BASE} answers.`,
  `A group that is shown, and whatever changed between two releases: at least ${MINIMUM_GROUP} people.`,
  `A count inside a cut: at least ${MINIMUM_CELL}, and at least ${MINIMUM_CELL} who are not in it.`,
  `A range of ${percent(WIDE_RANGE)} or wider is not quoted in a title.`,
  `Above ${percent(MUCH_MISSING)} who did not say, the worst case is printed.`,
  `A comparison among like processes needs groups that hold ${percent(HELD)} of either side’s answers.`,
  `False discovery rate: ${percent(FALSE_DISCOVERY_RATE)} in each of the two families, in every release.`,
];

/** What decides beforehand what a release may print and say, made from the code that decides it. */
export const fixedText = (): string =>
  `${[
    '## Questionnaire',
    `Version ${questionnaire.version}. The SHA-256 of \`instrument.json\` is ${sha256(instrumentText(questionnaire))}.`,
    '## Estimates',
    `The SHA-256 of every base, count, headline and group, as code, is ${catalogueChecksum()}.`,
    list(catalogue.map(({ id, name }) => `${id}: ${name}`)),
    '## Comparisons, first family: listed one by one',
    list(listed()),
    '## Comparisons, second family: each group of a cut against the other printed groups together',
    list(cut()),
    '## Thresholds',
    list(thresholds()),
    '## Rules of disclosure',
    list(rules.map(({ id, name, wording }) => `${id}, ${name}: ${wording}`)),
    `## Rules of quality, version ${rulesVersion}`,
    list([...qualityRules, ...marks].map(({ flag, wording }) => `${flag}: ${wording}`)),
    '## At the door',
    list(doorRules.map(({ rule, effect, wording }) => `${rule}, ${effect}: ${wording}`)),
  ].join('\n\n')}\n`;

/** What in a registration comes before the text that its checksum is of. */
const LINE = '\n---\n\n';

/**
 * registration.md: what was fixed, since which day, and its checksum.
 * @param opened the day the survey opened, where the package says it: a sample does not
 */
export function registration(opened: string | undefined): string {
  const text = fixedText();
  const hash = sha256(text);
  const last = registrations.at(-1);
  const since =
    last?.sha256 === hash
      ? `Fixed since ${last.day}.`
      : 'The text below was changed after the last registration, so it is not registered.';
  return `${[
    '# What was fixed beforehand',
    'This page is made from the code that decides what a release prints and says.',
    opened === undefined ? since : `${since} The survey opened on ${opened}.`,
    `The SHA-256 of everything below the line is ${hash}: \`sed '1,/^---$/d' registration.md | tail -n +2 | sha256sum\`.`,
    '## Every registration',
    list(registrations.map(({ day, sha256: of }) => `${day}: ${of}`)),
  ].join('\n\n')}\n${LINE}${text}`;
}

type Log = typeof registrations;

/** The log with the text as it is now at its end: until people can answer only the last entry counts. */
export function registered(log: Log, isFrozen: boolean, today: string): Log {
  const hash = sha256(fixedText());
  if (log.at(-1)?.sha256 === hash) return log;
  return [...(isFrozen ? log : []), { day: today, sha256: hash }];
}

/** registrations.ts as a text. */
export const registrationsText = (log: Log): string =>
  [
    '/**',
    ' * Written by "npm run instrument". Do not edit.',
    ' *',
    ' * The days since which registration.md has had a text, oldest first: one only until the project is frozen.',
    ' */',
    'export const registrations: readonly { readonly day: string; readonly sha256: string }[] = [',
    ...log.map(({ day, sha256: hash }) => `  { day: '${day}', sha256: '${hash}' },`),
    '];',
    '',
  ].join('\n');
