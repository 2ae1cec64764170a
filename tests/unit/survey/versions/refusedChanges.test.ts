import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Questionnaire, SideId } from '../../../../src/survey/question.ts';
import { refusedChanges } from '../../../../src/survey/versions/refusedChanges.ts';
import { firstVersion as questionnaire } from '../../../examples/firstVersion.ts';
import { anyEdits, nextVersion } from '../../../examples/anyNextVersion.ts';
import { secondVersion } from '../../../examples/secondVersion.ts';

const next: Questionnaire = { ...questionnaire, version: '2' };

/** The next version with one question changed. */
const withQuestion = (side: SideId, id: string, changes: object): Questionnaire => ({
  ...next,
  sides: {
    ...next.sides,
    [side]: {
      ...next.sides[side],
      questions: next.sides[side].questions.map((question) =>
        question.id === id ? { ...question, ...changes } : question,
      ),
    },
  },
});

/** The next version with the answers of one list changed. */
function withAnswers(name: string, by: (codes: readonly { code: string; label: string }[]) => object[]) {
  const list = next.lists[name];
  if (list === undefined) throw new Error(`There is no list ${name}.`);
  return {
    ...next,
    lists: { ...next.lists, [name]: { ...list, options: by(list.options) } },
  } as Questionnaire;
}

const rowsOf = (id: string) => {
  const question = next.sides.employer.questions.find((one) => one.id === id);
  if (question?.kind !== 'rows') throw new Error(`${id} has no rows.`);
  return question.rows;
};

const [firstBarrier, ...otherBarriers] = rowsOf('e_barriers');

test.each([
  [
    'a reworded question',
    withQuestion('job_seeker', 's_clear', { wording: 'Was it clear?' }),
    /^s_clear: its wording was “.*” in version 1 and is “Was it clear\?” now, and respondents read it: put it back, or give the question a new id\.$/,
  ],
  [
    'another unit',
    withQuestion('job_seeker', 's_hours', { unit: 'days' }),
    /^s_hours: its unit was “hours” in version 1 and is “days” now, .* new id\.$/,
  ],
  [
    'another row',
    withQuestion('employer', 'e_barriers', {
      rows: [{ ...firstBarrier, label: 'No time' }, ...otherBarriers],
    }),
    /^e_barriers_time: its row was “Too little time for so many” in version 1 and is “No time” now, .* new id\.$/,
  ],
  [
    'another list',
    withQuestion('job_seeker', 's_clear', { list: 'likely' }),
    /^s_clear: its list of answers was “clear” in version 1 and is “likely” now, and one column cannot hold both/,
  ],
  [
    'another kind',
    withQuestion('job_seeker', 's_clear', { kind: 'single' }),
    /^s_clear: its kind was “scale” in version 1 and is “single” now, and one column cannot hold both/,
  ],
  [
    'a reworded answer',
    withAnswers('only_applied', ([first, ...others]) => [{ ...first, label: 'Other words' }, ...others]),
    /^s_only_applied: the answer \w+ was “.*” in version 1 and is “Other words” now, .* a new id and a list of its own\.$/,
  ],
  [
    'another example',
    withAnswers('only_applied', ([first, ...others]) => [{ ...first, example: 'Such as this' }, ...others]),
    /^s_only_applied: the example of \w+ was “.*” in version 1 and is “Such as this” now, /,
  ],
  [
    'another word for not knowing',
    withQuestion('job_seeker', 's_elapsed', { offers: [{ code: 'dk', label: 'No idea' }] }),
    /^s_elapsed: the answer dk was “.*” in version 1 and is “No idea” now, /,
  ],
  [
    'an answer taken out',
    withAnswers('only_applied', ([, ...others]) => others),
    /^The list only_applied has no answer \w+ any more, which rows of version 1 hold: put it back, or give the question a new id and a list of its own\.$/,
  ],
  [
    'an answer renamed',
    withAnswers('only_applied', ([first, ...others]) => [{ ...first, code: 'renamed' }, ...others]),
    /^The list only_applied has no answer \w+ any more, /,
  ],
  ['a version before', { ...next, version: '0' }, /^Version 0 comes before version 1, .* version: '2'/],
] as const)('%s is refused with what to do', (_, changed, sentence) => {
  const found = refusedChanges([questionnaire], changed);
  expect(found.length).toBeGreaterThan(0);
  for (const one of found) expect(one).toMatch(sentence);
});

test('a new id takes a reworded question, and a new list a reworded answer', () => {
  expect(refusedChanges([questionnaire], secondVersion(questionnaire))).toEqual([]);
});

test('what was retired keeps its id: it may come back as it was, and nothing else may take its place', () => {
  const second = secondVersion(questionnaire);
  expect(
    refusedChanges([questionnaire, second], { ...questionnaire, version: '3', lists: second.lists }),
  ).toEqual([]);
  const taken = withQuestion('employer', 'e_claim', { wording: 'Something else?' });
  expect(refusedChanges([questionnaire, second], { ...taken, version: '3', lists: second.lists })).toEqual([
    expect.stringMatching(/^e_claim: its wording was .* in version 1 /),
  ]);
});

test('an answer that the second version added may not go with the third', () => {
  const second = secondVersion(questionnaire);
  expect(
    refusedChanges([questionnaire, second], {
      ...second,
      version: '3',
      lists: { ...second.lists, ...questionnaire.lists },
    }),
  ).toEqual([
    expect.stringMatching(/^The list told_by has no answer chat any more, which rows of version 2 hold/),
  ]);
});

test('whatever is added, retired, routed or limited otherwise is never refused', () => {
  fc.assert(
    fc.property(fc.array(anyEdits, { minLength: 1, maxLength: 4 }), (versions) => {
      const asked = [questionnaire];
      for (const edits of versions) {
        const [last = questionnaire] = asked.slice(-1);
        const now = nextVersion(last, edits);
        expect(refusedChanges(asked, now)).toEqual([]);
        asked.push(now);
      }
    }),
  );
});
