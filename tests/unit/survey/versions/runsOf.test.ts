import { expect, test } from 'vitest';
import type { Questionnaire } from '../../../../src/survey/question.ts';
import { runsOf } from '../../../../src/survey/versions/versions.ts';
import { changed, secondVersion } from '../../../examples/secondVersion.ts';
import { versionOne, versionTwo } from '../../../examples/versionWorlds.ts';

const three: Questionnaire = { ...versionTwo, version: '3' };
const all = [versionOne, versionTwo, three];
const runs = (...ids: string[]) => runsOf(all, 'job_seeker', ids);

test('nothing that changed is one stretch of all versions, and so is nothing at all', () => {
  expect(runs('s_outcome', 's_wanted')).toEqual([['1', '2', '3']]);
  expect(runs()).toEqual([['1', '2', '3']]);
});

test('an answer more begins a new stretch, with whatever is looked at beside it', () => {
  expect(runs(changed.gainedAnswer.question)).toEqual([['1'], ['2', '3']]);
  expect(runs('s_outcome', changed.gainedAnswer.question)).toEqual([['1'], ['2', '3']]);
});

test('a retired question has its own versions, a new one those since it came, and the two together none', () => {
  expect(runs(changed.retired)).toEqual([['1']]);
  expect(runs(changed.added)).toEqual([['2', '3']]);
  expect(runs(changed.reworded.from, changed.reworded.to)).toEqual([]);
});

test('a row is a variable of its own: one added to its set leaves the others as they are', () => {
  const employers = (...ids: string[]) => runsOf(all, 'employer', ids);
  expect(employers(changed.gainedRow.row)).toEqual([['2', '3']]);
  expect(employers('e_barriers_time')).toEqual([['1', '2', '3']]);
});

test('another limit, another route and another question on the route begin a new stretch; another word does not', () => {
  const change = (id: string, to: Record<string, unknown>): Questionnaire => ({
    ...secondVersion(versionOne),
    sides: {
      ...versionOne.sides,
      job_seeker: {
        ...versionOne.sides.job_seeker,
        questions: versionOne.sides.job_seeker.questions.map((question) =>
          question.id === id ? ({ ...question, ...to }) : question,
        ),
      },
    },
  });
  const isOne = (id: string, to: Record<string, unknown>, asked = id) =>
    runsOf([versionOne, change(id, to)], 'job_seeker', [asked]).length === 1;
  expect(isOne('s_hours', { max: 900 })).toBe(false);
  expect(isOne('s_wanted', { shownIf: undefined })).toBe(false);
  expect(isOne('s_outcome', { required: undefined })).toBe(false);
  // s_wanted is asked by s_outcome.
  expect(isOne('s_outcome', { list: 'sent' }, 's_wanted')).toBe(false);
  expect(isOne('s_wanted', { why: 'For another reason.' })).toBe(true);
});

test('a stretch that ended does not go on when the question comes back', () => {
  const back: Questionnaire = { ...versionOne, version: '3' };
  expect(runsOf([versionOne, versionTwo, back], 'job_seeker', [changed.gainedAnswer.question])).toEqual([
    ['1'],
    ['2'],
    ['3'],
  ]);
});
