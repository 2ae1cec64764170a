import { describe, expect, test } from 'vitest';
import { offRoute, type RoutedVariable } from '../../../src/survey/offRoute.ts';
import type { SideId } from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { variablesOf } from '../../../src/survey/variables.ts';
import type { Answers } from '../../../src/survey/answers.ts';

const routed = (side: SideId): RoutedVariable[] =>
  variablesOf(questionnaire, side).map(({ id, shownIf, options }) => ({
    id,
    shownIf,
    routedCodes: new Map(options.flatMap(({ code, shownIf }) => (shownIf ? [[code, shownIf] as const] : []))),
  }));
const off = (side: SideId, answers: Answers) => offRoute(routed(side), answers);

describe('Answers that left the route', () => {
  test('there are none while nothing changes', () => {
    expect(off('job_seeker', { s_outcome: 'rejected_told', s_time: 'd7', s_explanation: 'form' })).toEqual(
      [],
    );
  });

  test('who turns out to have pulled out loses the answers about being turned down', () => {
    const answers = {
      s_outcome: 'withdrew',
      s_stage: 'int1',
      s_time: 'd7',
      s_clear: 'p1',
      s_only_applied: 'no',
    };
    expect(off('job_seeker', answers)).toEqual(['s_time', 's_clear']);
  });

  test('an answer that this route does not offer is removed, although its question is still asked', () => {
    expect(off('job_seeker', { s_outcome: 'silent', s_promised: 'kept' })).toEqual(['s_promised']);
    expect(off('job_seeker', { s_outcome: 'silent', s_promised: 'broken' })).toEqual([]);
  });

  test('a time longer than the last step is ago goes, once that is known', () => {
    const answers = { s_outcome: 'rejected_told', s_time: 'gt90' };
    expect(off('job_seeker', answers)).toEqual([]);
    expect(off('job_seeker', { ...answers, s_elapsed: 'd45_90' })).toEqual(['s_time']);
  });

  test('a row that is no longer asked goes alone', () => {
    const answers = {
      e_role: 'manager',
      e_volume: 'v1_10',
      e_told_interviewed: 'all',
      e_told_applied: 'all',
    };
    expect(off('employer', answers)).toEqual(['e_told_applied']);
  });

  test('who turns out to remember nobody loses all about the person, in the order of the questionnaire', () => {
    const person = {
      e_explanation: 'form',
      e_time: 'd7',
      e_known: 'yes',
      e_promised: 'none',
      e_channel: 'call',
      e_asked: 'no',
    };
    expect(off('employer', { e_role: 'hr', e_last: 'forgot', ...person, region: 'us' })).toEqual([
      'e_known',
      'e_time',
      'e_promised',
      'e_channel',
      'e_explanation',
      'e_asked',
    ]);
  });

  test('an answer that depended on a removed one is removed, too', () => {
    const chain: RoutedVariable[] = [
      { id: 'a', routedCodes: new Map() },
      { id: 'b', shownIf: { variable: 'a', in: ['yes'] }, routedCodes: new Map() },
      { id: 'c', shownIf: { variable: 'b', in: ['yes'] }, routedCodes: new Map() },
    ];
    expect(offRoute(chain, { a: 'no', b: 'yes', c: 'yes' })).toEqual(['b', 'c']);
  });
});
