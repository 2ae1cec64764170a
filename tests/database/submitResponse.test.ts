import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Submission } from '../../src/survey/submission.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { refusal } from './harness/refusal.ts';

type Changes = Partial<Record<Exclude<keyof Submission, 'id'>, unknown>> & { id?: string };

const turnedDown = (changes: Changes = {}) => ({
  id: randomUUID(),
  side: 'job_seeker',
  instrument: '1',
  receipt: randomBytes(32).toString('hex'),
  answers: { s_outcome: 'rejected_told', s_stage: 'int2', s_hours: 14, s_explanation: 'form', s_time: 'dk' },
  ...changes,
});

/** Words that only the inside of the database uses: none may reach a stranger. */
const inside = /insert into|PL\/pgSQL|private\.|Failing row|already exists|violates|relation|column/i;

onEveryDatabase('explicit grants', (database) => {
  const submit = async (submission: unknown, role: 'anon' | 'authenticated' = 'anon') => {
    const [row] = await database()
      .as(role)
      .sql('select public.submit_response($1::jsonb) as answer', [JSON.stringify(submission)]);
    return row?.answer;
  };
  const refused = async (submission: unknown) => {
    const { code, message, detail } = await refusal(submit(submission));
    expect(code).toBe('PGRST');
    const body = JSON.parse(message) as { code: string; message: string };
    expect(body.message).not.toMatch(inside);
    return { status: (JSON.parse(detail ?? '{}') as { status: number }).status, ...body };
  };
  const rows = async (id: string) => database().sql('select * from private.job_seeker where id = $1', [id]);
  const stored = async () => {
    const [row] = await database().sql(
      'select (select count(*) from private.job_seeker) + (select count(*) from private.employer) as n',
    );
    return Number(row?.n);
  };

  test('an applicant’s answers are kept, and what was not asked is told from what was skipped', async () => {
    const submission = turnedDown();
    expect(await submit(submission)).toEqual({ status: 'stored' });
    expect(await rows(submission.id)).toMatchObject([
      {
        s_outcome: 'rejected_told',
        s_elapsed: 'blank',
        s_stage: 'int2',
        s_hours: 14,
        s_hours_missing: null,
        s_time: 'dk',
        s_explanation: 'form',
        instrument: '1',
      },
    ]);
    const silent = turnedDown({ answers: { s_outcome: 'silent', s_stage: 'applied', s_hours: 'pnts' } });
    await submit(silent);
    expect(await rows(silent.id)).toMatchObject([
      { s_hours: null, s_hours_missing: 'pnts', s_time: 'na', s_explanation: 'na', s_clear: 'blank' },
    ]);
  });

  test('an employer’s answers are kept, row by row', async () => {
    const submission = turnedDown({
      side: 'employer',
      answers: { e_role: 'hr', e_told_applied: 'none', e_told_interviewed: 'all', e_barriers_time: 'yes' },
    });
    expect(await submit(submission)).toEqual({ status: 'stored' });
    expect(
      await database().sql('select * from private.employer where id = $1', [submission.id]),
    ).toMatchObject([
      {
        e_told_applied: 'none',
        e_reason_applied: 'na',
        e_reason_interviewed: 'blank',
        e_barriers_time: 'yes',
        e_barriers_legal: 'blank',
      },
    ]);
  });

  test('somebody screened out leaves one answer and is asked nothing more', async () => {
    const submission = turnedDown({ answers: { s_outcome: 'in_progress' } });
    await submit(submission);
    expect(await rows(submission.id)).toMatchObject([
      { s_outcome: 'in_progress', s_stage: 'na', region: 'na' },
    ]);
  });

  test('sent twice it is stored once and acknowledged twice', async () => {
    const submission = turnedDown();
    expect(await submit(submission)).toEqual({ status: 'stored' });
    expect(await submit(submission)).toEqual({ status: 'stored_before' });
    expect(await submit(submission, 'authenticated')).toEqual({ status: 'stored_before' });
    expect(await rows(submission.id)).toHaveLength(1);
  });

  test('forty that arrive at once make one row, and every one is acknowledged', async () => {
    const submission = turnedDown();
    const answers = await Promise.all(Array.from({ length: 40 }, () => submit(submission)));
    expect(answers.filter((answer) => JSON.stringify(answer).includes('"stored"'))).toHaveLength(1);
    expect(answers.filter((answer) => JSON.stringify(answer).includes('"stored_before"'))).toHaveLength(39);
    expect(await rows(submission.id)).toHaveLength(1);
  });

  test('a taken id and a taken receipt are refused in the same words', async () => {
    const first = turnedDown();
    await submit(first);
    const sameId = await refused(turnedDown({ id: first.id }));
    const sameReceipt = await refused(turnedDown({ receipt: first.receipt }));
    const onTheOtherSide = await refused(
      turnedDown({ id: first.id, side: 'employer', answers: { e_role: 'hr' } }),
    );
    expect(sameId).toEqual({ ...sameReceipt });
    expect(onTheOtherSide).toEqual(sameId);
    expect(sameId).toMatchObject({ status: 409, code: 'conflict' });
    expect(await rows(first.id)).toHaveLength(1);
  });

  const bad: Record<string, unknown> = {
    nothing: null,
    'a number': 7,
    'a string': 'hello',
    'a list of three': [turnedDown(), turnedDown(), turnedDown()],
    'an empty object': {},
    'no id': { ...turnedDown(), id: undefined },
    'an id that is no UUID': turnedDown({ id: 'me' }),
    'an id in capitals': turnedDown({ id: randomUUID().toUpperCase() }),
    'an id that is a list': { ...turnedDown(), id: [randomUUID()] },
    'a receipt in clear': turnedDown({ receipt: '7KQ2M9XD4TRBH0VE' }),
    'a receipt in capitals': turnedDown({ receipt: 'A'.repeat(64) }),
    'a receipt that is null': turnedDown({ receipt: null }),
    'a third side': turnedDown({ side: 'onlooker' }),
    'a side that is SQL': turnedDown({ side: "employer'; drop table private.employer; --" }),
    'another instrument': turnedDown({ instrument: '0' }),
    'an instrument that is a number': turnedDown({ instrument: 1 }),
    'a key too many': { ...turnedDown(), note: 'hello' },
    'answers in a list': turnedDown({ answers: ['rejected_told'] }),
    'answers that are null': turnedDown({ answers: null }),
    'an unknown question': turnedDown({ answers: { s_outcome: 'silent', s_stage: 'int1', s_mood: 'low' } }),
    'an unknown code': turnedDown({ answers: { s_outcome: 'ghosted', s_stage: 'int1' } }),
    'a code of another question': turnedDown({ answers: { s_outcome: 'silent', s_stage: 'silent' } }),
    'blank sent as an answer': turnedDown({
      answers: { s_outcome: 'silent', s_stage: 'int1', s_asked: 'blank' },
    }),
    'na sent as an answer': turnedDown({ answers: { s_outcome: 'silent', s_stage: 'int1', s_time: 'na' } }),
    'don’t know where it is not offered': turnedDown({ answers: { s_outcome: 'dk', s_stage: 'int1' } }),
    'a code in a list': turnedDown({ answers: { s_outcome: ['silent'], s_stage: 'int1' } }),
    'a code in an object': turnedDown({ answers: { s_outcome: { code: 'silent' }, s_stage: 'int1' } }),
    'a code that is null': turnedDown({ answers: { s_outcome: null, s_stage: 'int1' } }),
    'a required answer missing': turnedDown({ answers: { s_outcome: 'silent' } }),
    'no answer at all': turnedDown({ answers: {} }),
    'a hidden question answered': turnedDown({
      answers: { s_outcome: 'silent', s_stage: 'int1', s_time: 'd7' },
    }),
    'answers after a screener': turnedDown({ answers: { s_outcome: 'none_fit', region: 'us' } }),
    'an option of another route': turnedDown({
      answers: { s_outcome: 'silent', s_stage: 'int1', s_promised: 'kept' },
    }),
    'a number below': turnedDown({ answers: { s_outcome: 'silent', s_stage: 'int1', s_hours: -1 } }),
    'a number above': turnedDown({ answers: { s_outcome: 'silent', s_stage: 'int1', s_hours: 501 } }),
    'half a number': turnedDown({ answers: { s_outcome: 'silent', s_stage: 'int1', s_hours: 1.5 } }),
    'a number in a string': turnedDown({ answers: { s_outcome: 'silent', s_stage: 'int1', s_hours: '12' } }),
    'a number beyond all numbers': turnedDown({
      answers: { s_outcome: 'silent', s_stage: 'int1', s_hours: 1e300 },
    }),
    'a truth for a number': turnedDown({ answers: { s_outcome: 'silent', s_stage: 'int1', s_hours: true } }),
    'twenty kilobytes of text': turnedDown({ answers: { s_outcome: 'x'.repeat(20_000), s_stage: 'int1' } }),
    'twenty kilobytes of keys': turnedDown({
      answers: Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`key_${n}`, 'x'])),
    }),
    'a deep hole': turnedDown({
      answers: JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`) as unknown,
    }),
    'a reason row where nobody was told': turnedDown({
      side: 'employer',
      answers: { e_role: 'hr', e_told_applied: 'none', e_reason_applied: 'all' },
    }),
    'an employer’s answer from a job seeker': turnedDown({
      answers: { s_outcome: 'silent', s_stage: 'int1', e_role: 'hr' },
    }),
  };

  test.each(Object.entries(bad))(
    '%s is refused in one sentence and stores nothing',
    async (_, submission) => {
      const before = await stored();
      const { status, message } = await refused(submission);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(message).toMatch(/^[A-Z“].*\.$/);
      expect(await stored()).toBe(before);
    },
  );

  test('a submission handed over as a JSON string is read all the same', async () => {
    const submission = turnedDown();
    expect(await submit(JSON.stringify(submission))).toEqual({ status: 'stored' });
    expect((await refused('not { json')).status).toBe(400);
  });
});
