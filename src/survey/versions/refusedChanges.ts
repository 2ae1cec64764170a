import type { Variable } from '../kinds/kind.ts';
import type { Question, Questionnaire, SideId } from '../question.ts';
import { variablesOf } from '../variables.ts';
import { sideIds } from '../sides.ts';

const listOf = (question: Question): string => ('list' in question ? question.list : 'none');
const unitOf = (question: Question): string => ('unit' in question ? question.unit : 'none');

const newId = 'give the question a new id';
const newList = `${newId} and a list of its own`;

/** Why a variable cannot be asked under its id as it was in an earlier version: one sentence for each difference. */
function differences(former: Variable, now: Variable, version: string): string[] {
  const compare = (what: string, then = 'none', today = 'none', because: string, otherwise: string) =>
    then === today
      ? []
      : [
          `${now.id}: ${what} was “${then}” in version ${version} and is “${today}” now, ${because}: put it back, or ${otherwise}.`,
        ];
  const column = 'and one column cannot hold both';
  const read = 'and respondents read it';
  const others = [
    ...compare('its kind', former.question.kind, now.question.kind, column, newId),
    ...compare('its list of answers', listOf(former.question), listOf(now.question), column, newId),
  ];
  if (others.length > 0) return others;
  return [
    ...compare('its wording', former.question.wording, now.question.wording, read, newId),
    ...compare('its row', former.label, now.label, read, newId),
    ...compare('its unit', unitOf(former.question), unitOf(now.question), read, newId),
    ...former.options.flatMap((option) => {
      const today = now.options.find(({ code }) => code === option.code);
      if (today === undefined) return [];
      return [
        ...compare(`the answer ${option.code}`, option.label, today.label, read, newList),
        ...compare(`the example of ${option.code}`, option.example, today.example, read, newList),
      ];
    }),
  ];
}

/** The answers that lists of the same name have lost, each with the last version that had it. */
function lostCodes(earlier: readonly Questionnaire[], now: Questionnaire): string[] {
  const given = new Map(
    earlier.flatMap(({ version, lists }) =>
      Object.entries(lists).flatMap(([name, { options }]) =>
        options.map(({ code }) => [`${name} ${code}`, { name, code, version }] as const),
      ),
    ),
  );
  return [...given.values()]
    .filter(({ name, code }) => now.lists[name]?.options.every((option) => option.code !== code))
    .map(
      ({ name, code, version }) =>
        `The list ${name} has no answer ${code} any more, which rows of version ${version} hold: put it back, or ${newList}.`,
    );
}

/** Every variable that versions ask of a side, as the last of them asks it, with that version. */
const lastAsked = (earlier: readonly Questionnaire[], side: SideId) =>
  new Map(
    earlier.flatMap((one) =>
      variablesOf(one, side).map((variable) => [variable.id, { variable, version: one.version }] as const),
    ),
  );

/**
 * What keeps a questionnaire from being asked after those that people have answered: answers to two wordings must not meet
 * in one column, and no answer that was given may lose its code. One sentence each, with what to do.
 * @param earlier oldest first
 */
export function refusedChanges(earlier: readonly Questionnaire[], now: Questionnaire): readonly string[] {
  const last = Math.max(0, ...earlier.map(({ version }) => Number(version)));
  const isKnown = earlier.some(({ version }) => version === now.version);
  return [
    ...(isKnown || Number(now.version) > last
      ? []
      : [
          `Version ${now.version} comes before version ${last}, which people have answered: set version: '${last + 1}' in src/survey/questionnaire.ts.`,
        ]),
    ...lostCodes(earlier, now),
    ...sideIds.flatMap((side) => {
      const asked = lastAsked(earlier, side);
      return variablesOf(now, side).flatMap((variable) => {
        const former = asked.get(variable.id);
        return former === undefined ? [] : differences(former.variable, variable, former.version);
      });
    }),
  ];
}
