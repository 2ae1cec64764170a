import { expect, test } from 'vitest';
import type { Questionnaire } from '../../../../src/survey/question.ts';
import { runsOf } from '../../../../src/survey/versions/versions.ts';
import { secondVersion } from '../../../examples/secondVersion.ts';
import { versionOne, versionTwo } from '../../../examples/versionWorlds.ts';

const three: Questionnaire = { ...versionTwo, version: '3' };
const all = [versionOne, versionTwo, three];
const runs = (...ids: string[]) => runsOf(all, 'job_seeker', ids);

test('nothing that changed is one stretch of all versions, and so is nothing at all', () => {
  expect(runs('s_outcome', 's_wanted')).toEqual([['1', '2', '3']]);
  expect(runs()).toEqual([['1', '2', '3']]);
});

test('an answer more begins a new stretch, with whatever is looked at beside it', () => {
  expect(runs('s_channel')).toEqual([['1'], ['2', '3']]);
  expect(runs('s_outcome', 's_channel')).toEqual([['1'], ['2', '3']]);
});

test('a retired question has its own versions, a new one those since it came, and the two together none', () => {
  expect(runs('s_again')).toEqual([['1']]);
  expect(runs('s_fair')).toEqual([['2', '3']]);
  expect(runs('s_clear', 's_clear_2')).toEqual([]);
});

test('a row is a variable of its own: one added to its set leaves the others as they are', () => {
  const employers = (...ids: string[]) => runsOf(all, 'employer', ids);
  expect(employers('e_barriers_budget')).toEqual([['2', '3']]);
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
          question.id === id ? { ...question, ...to } : question,
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
  expect(runsOf([versionOne, versionTwo, back], 'job_seeker', ['s_channel'])).toEqual([['1'], ['2'], ['3']]);
});
