import type { Questionnaire, SideId } from '../question.ts';
import type { Variable } from '../kinds/kind.ts';
import { variablesOf } from '../variables.ts';
import { plain } from '../wording.ts';
import { meaningOf } from './versions.ts';
import { sideIds } from '../sides.ts';

/** What one version changed in the one before it, a sentence each. */
export interface Change {
  readonly version: string;
  readonly sentences: readonly string[];
}

const quoted = (words: string): string => `“${plain(words)}”`;

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

/** What may be answered now and could not before, or that it is answered otherwise. */
function ofVariable(before: Variable, now: Variable): readonly string[] {
  if (meaningOf(before) === meaningOf(now)) return [];
  const name = `${quoted(now.question.wording)} (${now.id})`;
  const then = new Set(before.options.map(({ code }) => code));
  const more = now.options.filter(({ code }) => !then.has(code));
  const isOnlyMore =
    meaningOf({ ...now, options: now.options.filter(({ code }) => then.has(code)) }) === meaningOf(before);
  return [
    ...(more.length === 0
      ? []
      : [
          `${name} has ${more.length === 1 ? 'an answer' : 'answers'} more: ${listed.format(more.map(({ code, label }) => `${quoted(label)} (${code})`))}.`,
        ]),
    ...(isOnlyMore ? [] : [`${name} is asked of others than before, or has other limits.`]),
  ];
}

function ofSide(before: Questionnaire, now: Questionnaire, side: SideId): readonly string[] {
  const [then, here] = [variablesOf(before, side), variablesOf(now, side)];
  const asksThen = (id: string): boolean => then.some(({ question }) => question.id === id);
  const asksNow = (id: string): boolean => here.some(({ question }) => question.id === id);
  const of = now.sides[side].people.toLowerCase();
  const row = ({ label = '', id, question }: Variable): string =>
    `${quoted(label)} (${id}) in ${quoted(question.wording)} (${question.id})`;
  const [added, retired] = [
    now.sides[side].questions.filter(({ id }) => !asksThen(id)),
    before.sides[side].questions.filter(({ id }) => !asksNow(id)),
  ];
  const isIn = (list: readonly Variable[], { id }: Variable) => list.some((one) => one.id === id);
  return [
    ...added.map(({ id, wording }) => `New for ${of}: ${quoted(wording)} (${id}).`),
    ...retired.map(({ id, wording }) => `No longer asked of ${of}: ${quoted(wording)} (${id}).`),
    ...here
      .filter((variable) => !isIn(then, variable) && asksThen(variable.question.id))
      .map((variable) => `A new row: ${row(variable)}.`),
    ...then
      .filter((variable) => !isIn(here, variable) && asksNow(variable.question.id))
      .map((variable) => `A row is gone: ${row(variable)}.`),
    ...here.flatMap((variable) => {
      const former = then.find(({ id }) => id === variable.id);
      return former === undefined ? [] : ofVariable(former, variable);
    }),
  ];
}

/**
 * What changed when: each version after the first, oldest first. A question whose words changed has a new id, and is new.
 * @param all versions of the questionnaire, oldest first
 */
export const changesIn = (all: readonly Questionnaire[]): readonly Change[] =>
  all.flatMap((now, i) => {
    const before = all[i - 1];
    if (before === undefined) return [];
    return [
      { version: now.version, sentences: [...new Set(sideIds.flatMap((side) => ofSide(before, now, side)))] },
    ];
  });
