import { describe, expect, test } from 'vitest';
import type { Kept } from '../../../src/survey/draft.ts';
import { carriedOver, ofVersion } from '../../../src/survey/olderDraft.ts';
import type { Questionnaire, SideId } from '../../../src/survey/question.ts';
import { variablesOf } from '../../../src/survey/variables.ts';
import { secondVersion } from '../../examples/secondVersion.ts';
import { versionOne } from '../../examples/versionWorlds.ts';

const second = secondVersion(versionOne);

/** What a page of a version offers. */
const asked = (version: Questionnaire, side: SideId) =>
  new Map(variablesOf(version, side).map(({ id, options }) => [id, options.map(({ code }) => code)]));

const draft = (chosen: Kept['chosen'], typed: Kept['typed'] = {}) => ({
  side: 'job_seeker' as const,
  chosen,
  typed,
});

describe('a draft of an earlier version', () => {
  test('loses nothing where nothing changed for it', () => {
    const kept = draft({ s_stage: 'int1', s_channel: 'call' }, { s_hours: '12' });
    expect(carriedOver(versionOne, kept, asked(second, 'job_seeker')).lost).toEqual([]);
    expect(carriedOver(versionOne, kept, asked(versionOne, 'job_seeker'))).toEqual({ lost: [], added: [] });
  });

  test('says in its own words what has no place any more, and what is new', () => {
    const kept = draft({ s_again: 'p4', s_clear: 'p1', s_wanted: 'reason' });
    const { lost, added } = carriedOver(versionOne, kept, asked(second, 'job_seeker'));
    expect(lost).toEqual([
      '“How clear is it to you why you have not been offered this job?”: Not at all clear',
      '“If a suitable job came up, how likely would you be to apply to this employer again?”: Somewhat likely',
    ]);
    expect(added).toEqual(['s_fair', 's_days', 's_clear_2']);
  });

  test('says an answer to what is asked on another route now', () => {
    const offRoute = new Map<string, readonly string[] | null>([
      ...asked(second, 'job_seeker'),
      ['s_sent', null],
    ]);
    expect(carriedOver(versionOne, draft({ s_stage: 'int1', s_sent: 'a1_5' }), offRoute).lost).toEqual([
      '“About how many jobs did you apply for in the last three months?”: 1 to 5',
    ]);
  });

  test('says an answer that is offered no more, and a number that is asked no more', () => {
    // Back from the second version to the first.
    const kept = draft({ s_channel: 'chat' }, { s_days: 'about 12' });
    expect(carriedOver(second, kept, asked(versionOne, 'job_seeker')).lost).toEqual([
      '“How many days did it take?”: about 12',
      '“How were you told?”: A chat',
    ]);
  });
});

const record: Kept = {
  format: 1,
  side: 'job_seeker',
  instrument: '1',
  at: 0,
  consent: '1',
  chosen: { s_stage: 'int1' },
  typed: {},
  orders: {},
  screen: 's_stage',
  seen: [],
  seconds: 0,
  channel: 'direct',
};

test('a draft is of the version that it says', () => {
  expect(ofVersion(record)).toBe(record);
});

test('what waits to be sent is of its own version, whatever the page has kept around it', () => {
  const submission = {
    id: 'an id',
    side: 'job_seeker' as const,
    instrument: '1',
    consent: '1',
    months: 36,
    receipt: 'a receipt',
    answers: { s_again: 'p4', s_hours: 12 },
    seconds: 60,
    channel: 'direct' as const,
  };
  const identity = { id: 'an id', code: 'a code', receipt: 'a receipt' };
  expect(ofVersion({ ...record, instrument: '2', outgoing: { identity, submission } })).toMatchObject({
    instrument: '1',
    chosen: { s_again: 'p4' },
    typed: { s_hours: '12' },
  });
});
