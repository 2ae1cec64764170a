import type { Condition } from './condition.ts';
import { kindOf } from './kinds.ts';
import type { Variable } from './kinds/kind.ts';
import type { Option, Question, Questionnaire, SideId } from './question.ts';
import { variablesOf } from './variables.ts';
import { everAsked, type Asked } from './versions/versions.ts';
import { plain } from './wording.ts';
import { sideIds } from './sides.ts';
import { endingCodes } from './kinds/coded.ts';

/** One line of the codebook: one code of one variable, missing codes included. */
export interface CodebookRow {
  readonly side: SideId;
  /** The number of the question on its side, from 1. */
  readonly number: number;
  /** The id of the question. */
  readonly question: string;
  readonly variable: string;
  /** The column that holds it, where it is not named after the variable. */
  readonly column: string;
  readonly wording: string;
  readonly row: string;
  readonly required: boolean;
  /** Who is asked, in words. */
  readonly routing: string;
  readonly code: string;
  /** With its example, in brackets. */
  readonly label: string;
  readonly missing: boolean;
  /** Whether it is ever stored: an answer that ends the survey is offered and not sent. */
  readonly stored: boolean;
  /** The first version of the questionnaire in which it could be answered so. */
  readonly since: string;
  /** The last one, where that is not the newest. */
  readonly until: string | null;
}

/** A condition in words, over the ids and labels of the questionnaire. */
export function conditionWords(condition: Condition): string {
  const part = (inner: Condition): string =>
    'any' in inner || 'all' in inner ? `(${conditionWords(inner)})` : conditionWords(inner);
  if ('all' in condition) return condition.all.map(part).join(' and ');
  if ('any' in condition) return condition.any.map(part).join(' or ');
  if ('over' in condition) return `${condition.variable} is over ${condition.over}`;
  if ('upTo' in condition) return `${condition.variable} is up to ${condition.upTo}`;
  const codes = 'in' in condition ? condition.in : condition.notIn;
  return `${condition.variable} is ${'in' in condition ? '' : 'not '}${codes.join(' or ')}`;
}

const numberCodes = (question: Question) =>
  question.kind === 'number'
    ? [{ code: `${question.min}–${question.max}`, label: `Whole ${question.unit}` }]
    : [];

/** Where a question stands on the page of the codebook. Both sides are asked some under the same id. */
export const anchorOf = (side: SideId, { id }: Pick<Question, 'id'>): string => `${side}-${id}`;

/** A question as the last version has it that asks it. */
export interface QuestionEver {
  readonly question: Question;
  /** Its place in that version, from 1. */
  readonly number: number;
  /** The versions that ask it, oldest first. */
  readonly versions: readonly string[];
}

/**
 * Every question that a side was ever asked: those of the newest version in its order, then those that were retired.
 * @param all versions of the questionnaire, oldest first
 */
export function questionsEver(all: readonly Questionnaire[], side: SideId): readonly QuestionEver[] {
  const found = new Map<string, QuestionEver>();
  for (const { version, sides } of all.toReversed())
    sides[side].questions.forEach((question, index) => {
      const known = found.get(question.id) ?? { question, number: index + 1, versions: [] };
      found.set(question.id, { ...known, versions: [version, ...known.versions] });
    });
  return [...found.values()];
}

/** “Asked since version 2.”, where it was not asked in every version. */
export function askedWhen(versions: readonly string[], all: readonly Questionnaire[]): string | undefined {
  const [first, last] = [versions[0] ?? '', versions.at(-1) ?? ''];
  const isOfFirst = first === all[0]?.version;
  const isOfLast = last === all.at(-1)?.version;
  if (isOfFirst && isOfLast) return undefined;
  if (isOfLast) return `Asked since version ${first}.`;
  if (isOfFirst) return `Asked until version ${last}.`;
  return first === last ? `Asked in version ${first} alone.` : `Asked from version ${first} to ${last}.`;
}

/** The codes that a variable can hold in one version, those of missing answers last. */
function codesOf(
  variable: Variable,
  { missing }: Questionnaire,
): readonly (Option & { isMissing: boolean })[] {
  const { question, options, required, shownIf } = variable;
  const isMissing = ({ code }: Option): boolean => code in missing;
  return [
    ...[...numberCodes(question), ...options.filter((option) => !isMissing(option))].map((option) => ({
      ...option,
      isMissing: false,
    })),
    ...[
      ...options.filter(isMissing),
      ...(required ? [] : [{ code: 'blank', label: missing.blank }]),
      ...(shownIf === undefined ? [] : [{ code: 'na', label: missing.na }]),
    ].map((option) => ({ ...option, isMissing: true })),
  ];
}

/** The rows of one variable: every code that it could ever hold. */
function rowsOf(
  all: readonly Questionnaire[],
  side: SideId,
  { variable, versions: asking }: Asked,
  number: number,
): readonly CodebookRow[] {
  const { question } = variable;
  const columns = kindOf(question).columns(variable);
  const endings = endingCodes(question);
  const inVersions = all
    .filter(({ version }) => asking.includes(version))
    .flatMap((one) => {
      const found = variablesOf(one, side).find(({ id }) => id === variable.id);
      return found === undefined ? [] : [{ version: one.version, codes: codesOf(found, one) }];
    });
  const newest = all.at(-1);
  const unasked: Option & { isMissing: boolean } = {
    code: 'unasked',
    label: newest?.missing.unasked ?? '',
    isMissing: true,
  };
  const missedBy = all.map(({ version }) => version).filter((version) => !asking.includes(version));
  const newestFirst = inVersions.toReversed().flatMap(({ codes }) => codes);
  const ever = newestFirst.filter(({ code }, i) => newestFirst.findIndex((one) => one.code === code) === i);
  return [
    ...ever
      .toSorted((a, b) => Number(a.isMissing) - Number(b.isMissing))
      .map((option) => ({
        option,
        holding: inVersions
          .filter(({ codes }) => codes.some(({ code }) => code === option.code))
          .map(({ version }) => version),
      })),
    ...(missedBy.length === 0 ? [] : [{ option: unasked, holding: missedBy }]),
  ].map(({ option, holding }) => ({
    side,
    number,
    question: question.id,
    variable: variable.id,
    column: columns[option.isMissing ? columns.length - 1 : 0]?.name ?? variable.id,
    wording: plain(question.wording),
    row: variable.label ?? '',
    required: variable.required,
    routing: variable.shownIf === undefined ? 'everyone' : conditionWords(variable.shownIf),
    code: option.code,
    label: option.example === undefined ? option.label : `${option.label} (${option.example})`,
    missing: option.isMissing,
    stored: !endings.includes(option.code),
    since: holding[0] ?? '',
    until: holding.at(-1) === newest?.version ? null : (holding.at(-1) ?? null),
  }));
}

/**
 * The codebook of both sides: every variable with every code that it can hold, or could in an earlier version.
 * @param all versions of the questionnaire, oldest first
 */
export const codebookRows = (all: readonly Questionnaire[]): readonly CodebookRow[] =>
  sideIds.flatMap((side) => {
    const asked = everAsked(all, side);
    return questionsEver(all, side).flatMap(({ question, number }) =>
      asked
        .filter(({ variable }) => variable.question.id === question.id)
        .flatMap((one) => rowsOf(all, side, one, number)),
    );
  });
