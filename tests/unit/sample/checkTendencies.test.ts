import { describe, expect, test } from 'vitest';
import { checkTendencies } from '../../../src/sample/checkTendencies.ts';
import { employerTendencies } from '../../../src/sample/employerTendencies.ts';
import { jobSeekerTendencies } from '../../../src/sample/jobSeekerTendencies.ts';
import { hires } from '../../../src/sample/histories.ts';
import type { Step, Tendency } from '../../../src/sample/tendency.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { is } from '../../../src/survey/condition.ts';

const check = (steps: readonly Step[]) => () => {
  checkTendencies(questionnaire, 'employer', steps);
};
const changed = (about: string, change: (tendency: Tendency) => Tendency): readonly Step[] =>
  employerTendencies.map((step) => ('about' in step && step.about === about ? change(step) : step));
/** The same of a tendency that is drawn for each person of a history. */
const changedInHistory = (about: string, change: (tendency: Tendency) => Tendency): readonly Step[] =>
  employerTendencies.map((step) =>
    'pick' in step
      ? hires(...step.each.map((tendency) => (tendency.about === about ? change(tendency) : tendency)))
      : step,
  );

test('the tendencies of both sides fit the questionnaire', () => {
  expect(check(employerTendencies)).not.toThrow();
  expect(() => {
    checkTendencies(questionnaire, 'job_seeker', jobSeekerTendencies);
  }).not.toThrow();
});

describe('a tendency that does not fit says what is wrong', () => {
  test.each<[string, readonly Step[]]>([
    [
      'The sample gives a weight to e_claim = rumour, which the questionnaire does not offer.',
      changed('e_claim', () => ({
        about: 'e_claim',
        cases: [{ weights: { first: 1, heard: 1, no: 1, rumour: 1 } }],
      })),
    ],
    [
      'The sample gives a weight to e_claim = dk, which the questionnaire does not offer.',
      changed('e_claim', () => ({
        about: 'e_claim',
        cases: [{ weights: { first: 1, heard: 1, no: 1, dk: 1 } }],
      })),
    ],
    [
      'The sample gives a weight to e_claim = rumour, which the questionnaire does not offer.',
      changed('e_claim', (claim) => ({
        ...claim,
        tilts: [{ when: is('e_role', 'hr'), times: { rumour: 2 } }],
      })),
    ],
    [
      'The sample gives no weight to e_claim = heard.',
      changed('e_claim', () => ({ about: 'e_claim', cases: [{ weights: { first: 1, no: 1 } }] })),
    ],
    [
      'The sample gives e_claim = no the weight -1; a weight is zero or more.',
      changed('e_claim', () => ({ about: 'e_claim', cases: [{ weights: { first: 1, heard: 1, no: -1 } }] })),
    ],
    [
      'The sample draws e_wanted by e_claim, which is not drawn before it.',
      changed('e_wanted', (wanted) => ({
        ...wanted,
        tilts: [{ when: is('e_claim', 'no'), times: { talk: 2 } }],
      })),
    ],
    [
      'The sample draws e_known by e_time, which is not drawn before it.',
      changedInHistory('e_known', (known) => ({
        ...known,
        tilts: [{ when: is('e_time', 'never'), times: { rival: 2 } }],
      })),
    ],
    [
      'The sample gives no weight to e_known = rival.',
      changedInHistory('e_known', () => ({
        about: 'e_known',
        cases: [{ weights: { written: 1, yes: 1, other: 1, unclear: 1 } }],
      })),
    ],
    [
      'The sample gives a weight to e_role = none, which the questionnaire does not offer.',
      changed('e_role', () => ({ about: 'e_role', cases: [{ weights: { hr: 1, none: 1 } }] })),
    ],
    [
      'The sample draws e_claim by ago = soon, which does not exist.',
      changed('e_claim', (claim) => ({ ...claim, tilts: [{ when: is('ago', 'soon'), times: { no: 2 } }] })),
    ],
    [
      'The sample leaves e_claim as unseen, which the questionnaire does not offer.',
      changed('e_claim', (claim) => ({
        ...claim,
        missingTilts: [{ when: is('e_role', 'hr'), times: { unseen: 2 } }],
      })),
    ],
    [
      'The sample draws e_claim by e_claim = rumour, which does not exist.',
      changed('e_claim', (claim) => ({
        ...claim,
        missingTilts: [{ when: is('e_claim', 'rumour'), times: { dk: 2 } }],
      })),
    ],
    [
      'The sample draws e_claim by e_role = boss, which does not exist.',
      changed('e_claim', (claim) => ({
        ...claim,
        tilts: [{ when: is('e_role', 'boss'), times: { no: 2 } }],
      })),
    ],
    [
      'The sample draws e_claim by care = tender, which does not exist.',
      changed('e_claim', (claim) => ({
        ...claim,
        tilts: [{ when: is('care', 'tender'), times: { no: 2 } }],
      })),
    ],
    [
      'The sample leaves e_role as pnts, which the questionnaire does not offer.',
      changed('e_role', (role) => ({ ...role, missing: { pnts: 0.1 } })),
    ],
    [
      'The sample leaves e_role as blank, which the questionnaire does not offer.',
      changed('e_role', (role) => ({ ...role, missing: { blank: 0.1 } })),
    ],
    [
      'The sample answers e_mood, which the questionnaire does not ask.',
      [...employerTendencies, { about: 'e_mood', cases: [{ weights: { good: 1 } }] }],
    ],
    [
      'The sample keeps e_claim hidden, but the questionnaire asks it.',
      changed('e_claim', (claim) => ({ ...claim, hidden: true })),
    ],
    ['The sample says twice how industry is answered.', [...employerTendencies, ...employerTendencies]],
    [
      'The sample does not say how e_claim is answered.',
      employerTendencies.filter((step) => !('about' in step) || step.about !== 'e_claim'),
    ],
  ])('%s', (sentence, tendencies) => {
    expect(check(tendencies)).toThrow(sentence);
  });

  test('hours beyond the question’s limits', () => {
    const beyond = jobSeekerTendencies.map((step) =>
      'about' in step && step.about === 's_hours'
        ? { about: 's_hours', cases: [{ weights: { 501: 1 } }] }
        : step,
    );
    expect(() => {
      checkTendencies(questionnaire, 'job_seeker', beyond);
    }).toThrow('The sample gives a weight to s_hours = 501, which the questionnaire does not offer.');
  });
});
