import { variablesIn } from '../condition.ts';
import type { Variable } from '../kinds/kind.ts';
import type { Questionnaire, SideId } from '../question.ts';
import { questionnaire } from '../questionnaire.ts';
import { variablesOf } from '../variables.ts';
import { fielded } from './fielded.ts';
import { endingCodes } from '../kinds/coded.ts';

/**
 * Every version of the questionnaire, oldest first; the last is the one that is asked now. A response is kept and checked
 * as one of the version that was open when it was answered, whenever it arrives.
 */
export const versions: readonly Questionnaire[] = [
  ...fielded.filter(({ version }) => version !== questionnaire.version),
  questionnaire,
];

/** A variable that some version asks, as the newest of them does. */
export interface Asked {
  readonly variable: Variable;
  /** The versions that ask it. */
  readonly versions: readonly string[];
  /** Those of them whose answers, limits and routing are the newest’s: only theirs may be counted together (protocol P7). */
  readonly alike: readonly string[];
}

/** All that decides which answers a variable can have, and of whom. Words are not in it: a reworded question has a new id. */
export function meaningOf({ question, required, options, shownIf }: Variable): string {
  const limits = question.kind === 'number' ? [question.min, question.max] : [];
  const ending = endingCodes(question);
  return JSON.stringify([
    question.kind,
    required,
    options.map((option) => [option.code, option.shownIf ?? null]),
    shownIf ?? null,
    limits,
    ending,
  ]);
}

/**
 * Every variable that one side was ever asked: those of the newest version in its order, then those that were retired.
 * @param all versions of the questionnaire, oldest first
 */
export function everAsked(all: readonly Questionnaire[], side: SideId): readonly Asked[] {
  const newestFirst = all
    .map((one) => ({ version: one.version, variables: variablesOf(one, side) }))
    .reverse();
  const newest = new Map<string, Variable>();
  for (const { variables } of newestFirst)
    for (const variable of variables) if (!newest.has(variable.id)) newest.set(variable.id, variable);
  return [...newest.values()].map((variable) => {
    const oldestFirst = newestFirst
      .flatMap(({ version, variables }) => {
        const found = variables.find(({ id }) => id === variable.id);
        return found === undefined ? [] : [{ version, isAlike: meaningOf(found) === meaningOf(variable) }];
      })
      .reverse();
    return {
      variable,
      versions: oldestFirst.map(({ version }) => version),
      alike: oldestFirst.filter(({ isAlike }) => isAlike).map(({ version }) => version),
    };
  });
}

/** How some variables are answered in one version, with those whose answers decide whether they are asked; null: not all of them are. */
function answeredAs(version: Questionnaire, side: SideId, ids: readonly string[]): string | null {
  const variables = variablesOf(version, side);
  const found = new Map<string, string>();
  const add = (id: string): boolean => {
    if (found.has(id)) return true;
    const variable = variables.find((one) => one.id === id);
    if (variable === undefined) return false;
    found.set(id, meaningOf(variable));
    const routing = [variable.shownIf, ...variable.options.map((option) => option.shownIf)];
    return routing.flatMap((condition) => (condition === undefined ? [] : variablesIn(condition))).every(add);
  };
  return ids.every(add) ? JSON.stringify([...found].sort(([a], [b]) => a.localeCompare(b))) : null;
}

/**
 * The stretches of versions in which some variables are all asked and answered alike, oldest first: only the answers of
 * one stretch may be counted together (protocol P7).
 * @param all versions of the questionnaire, oldest first
 */
export function runsOf(
  all: readonly Questionnaire[],
  side: SideId,
  ids: readonly string[],
): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let before: string | null = null;
  for (const one of all) {
    const now = answeredAs(one, side, ids);
    if (now !== null && now === before) runs[runs.length - 1]?.push(one.version);
    else if (now !== null) runs.push([one.version]);
    before = now;
  }
  return runs;
}
