import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { toldAfterInterviews } from '../examples/answers.ts';
import { call } from './harness/call.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { challengeFor, proofFor, solve } from './harness/proof.ts';
import { withCode } from './harness/receipt.ts';
import { expectRefused, refusalsOf, stored } from './harness/refusals.ts';
import { openDoors, requestFor, set, submissionOf, submit as sendFresh } from './harness/submission.ts';

onEveryDatabase('explicit grants', (database) => {
  beforeEach(async () => {
    await database().sql('delete from private.hit');
    await openDoors(database());
  });

  const submit = async (submission: unknown, role: 'anon' | 'authenticated' = 'anon') => {
    const { status, body } = await sendFresh(database(), submission, { role });
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  const refused = async (submission: unknown) => expectRefused(await sendFresh(database(), submission));
  const rows = async (id: string) => database().sql('select * from private.job_seeker where id = $1', [id]);
  const employer = async (id: string) => database().sql('select * from private.employer where id = $1', [id]);

  test('an applicant’s answers are kept, and what was not asked is told from what was skipped', async () => {
    const submission = submissionOf();
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
    const silent = submissionOf({ answers: { s_outcome: 'silent', s_stage: 'applied', s_hours: 'pnts' } });
    await submit(silent);
    expect(await rows(silent.id)).toMatchObject([
      { s_hours: null, s_hours_missing: 'pnts', s_time: 'na', s_explanation: 'na', s_clear: 'blank' },
    ]);
  });

  test('an employer’s answers are kept, row by row', async () => {
    const submission = submissionOf({
      side: 'employer',
      answers: {
        e_role: 'hr',
        e_told_interviewed: 'all',
        e_told_applied: 'none',
        e_last: 'nobody',
        e_barriers_time: 'yes',
      },
    });
    expect(await submit(submission)).toEqual({ status: 'stored' });
    expect(await employer(submission.id)).toMatchObject([
      {
        e_volume: 'blank',
        e_told_interviewed: 'all',
        e_told_applied: 'none',
        e_known: 'na',
        e_asked: 'na',
        e_barriers_time: 'yes',
        e_barriers_legal: 'blank',
      },
    ]);
  });

  test('what somebody else knows is kept apart from what nobody remembers', async () => {
    const about = { e_role: 'hr', e_last: 'int1' };
    const ids = [];
    for (const answers of [
      { ...about, e_known: 'unseen', e_time: 'unseen', e_asked: 'unseen' },
      { ...about, e_known: 'pnts', e_time: 'dk', e_explanation: 'unseen' },
      { ...about, e_time: 'd7', e_explanation: 'dk' },
    ]) {
      const submission = submissionOf({ side: 'employer', answers });
      await submit(submission);
      ids.push(submission.id);
    }
    const rows = await Promise.all(ids.map(async (id) => (await employer(id))[0]));
    expect(rows).toMatchObject([
      { e_known: 'unseen', e_time: 'unseen', e_explanation: 'na', e_asked: 'unseen' },
      { e_known: 'pnts', e_time: 'dk', e_explanation: 'unseen', e_asked: 'blank' },
      { e_known: 'blank', e_time: 'd7', e_explanation: 'dk', e_asked: 'blank' },
    ]);
  });

  test('sent twice it is stored once and acknowledged twice', async () => {
    const submission = submissionOf();
    expect(await submit(submission)).toEqual({ status: 'stored' });
    expect(await submit(submission)).toEqual({ status: 'stored_before' });
    expect(await submit(submission, 'authenticated')).toEqual({ status: 'stored_before' });
    expect(await rows(submission.id)).toHaveLength(1);
  });

  test('forty that arrive at once make one row, and every one is acknowledged (T7)', async () => {
    const submission = submissionOf();
    const answers = await Promise.all(Array.from({ length: 40 }, () => submit(submission)));
    expect(answers.filter((answer) => JSON.stringify(answer).includes('"stored"'))).toHaveLength(1);
    expect(answers.filter((answer) => JSON.stringify(answer).includes('"stored_before"'))).toHaveLength(39);
    expect(await rows(submission.id)).toHaveLength(1);
  });

  test('a taken id and a taken receipt are refused in the same words', async () => {
    const first = submissionOf();
    await submit(first);
    const sameId = await refused(submissionOf({ id: first.id }));
    const sameReceipt = await refused(submissionOf({ receipt: first.receipt }));
    const onTheOtherSide = await refused(
      submissionOf({ id: first.id, side: 'employer', answers: { e_role: 'hr', e_last: 'nobody' } }),
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
    'a list of three': [submissionOf(), submissionOf(), submissionOf()],
    'an empty object': {},
    'no id': { ...submissionOf(), id: undefined },
    'an id that is no UUID': submissionOf({ id: 'me' }),
    'an id in capitals': submissionOf({ id: randomUUID().toUpperCase() }),
    'an id that is a list': { ...submissionOf(), id: [randomUUID()] },
    'a receipt in clear': submissionOf({ receipt: '7KQ2M9XD4TRBH0VE' }),
    'a receipt in capitals': submissionOf({ receipt: 'A'.repeat(64) }),
    'a receipt that is null': submissionOf({ receipt: null }),
    'a third side': submissionOf({ side: 'onlooker' }),
    'a side that is SQL': submissionOf({ side: "employer'; drop table private.employer; --" }),
    'another instrument': submissionOf({ instrument: '0' }),
    'an instrument that is a number': submissionOf({ instrument: 1 }),
    'a key too many': { ...submissionOf(), note: 'hello' },
    'answers in a list': submissionOf({ answers: ['rejected_told'] }),
    'answers that are null': submissionOf({ answers: null }),
    'an unknown question': submissionOf({ answers: { s_outcome: 'silent', s_stage: 'int1', s_mood: 'low' } }),
    'an unknown code': submissionOf({ answers: { s_outcome: 'ghosted', s_stage: 'int1' } }),
    'a code of another question': submissionOf({ answers: { s_outcome: 'silent', s_stage: 'silent' } }),
    'blank sent as an answer': submissionOf({
      answers: { s_outcome: 'silent', s_stage: 'int1', s_asked: 'blank' },
    }),
    'na sent as an answer': submissionOf({ answers: { s_outcome: 'silent', s_stage: 'int1', s_time: 'na' } }),
    'don’t know where it is not offered': submissionOf({ answers: { s_outcome: 'dk', s_stage: 'int1' } }),
    'a code in a list': submissionOf({ answers: { s_outcome: ['silent'], s_stage: 'int1' } }),
    'a code in an object': submissionOf({ answers: { s_outcome: { code: 'silent' }, s_stage: 'int1' } }),
    'a code that is null': submissionOf({ answers: { s_outcome: null, s_stage: 'int1' } }),
    'a required answer missing': submissionOf({ answers: { s_outcome: 'silent' } }),
    'no answer at all': submissionOf({ answers: {} }),
    'a hidden question answered': submissionOf({
      answers: { s_outcome: 'silent', s_stage: 'int1', s_time: 'd7' },
    }),
    'no such job': submissionOf({ answers: { s_stage: 'none_fit', s_outcome: 'silent' } }),
    'a last step too short ago': submissionOf({
      answers: { s_stage: 'int1', s_elapsed: 'lt45', s_outcome: 'silent' },
    }),
    'a last step too long ago': submissionOf({
      answers: { s_stage: 'int1', s_elapsed: 'gt2y', s_outcome: 'silent' },
    }),
    'no part in hiring': submissionOf({ side: 'employer', answers: { e_role: 'none', e_last: 'nobody' } }),
    'an option of another route': submissionOf({
      answers: { s_outcome: 'silent', s_stage: 'int1', s_promised: 'kept' },
    }),
    'a number below': submissionOf({ answers: { s_outcome: 'silent', s_stage: 'int1', s_hours: -1 } }),
    'a number above': submissionOf({ answers: { s_outcome: 'silent', s_stage: 'int1', s_hours: 501 } }),
    'half a number': submissionOf({ answers: { s_outcome: 'silent', s_stage: 'int1', s_hours: 1.5 } }),
    'a number in a string': submissionOf({
      answers: { s_outcome: 'silent', s_stage: 'int1', s_hours: '12' },
    }),
    'a number beyond all numbers': submissionOf({
      answers: { s_outcome: 'silent', s_stage: 'int1', s_hours: 1e300 },
    }),
    'a truth for a number': submissionOf({
      answers: { s_outcome: 'silent', s_stage: 'int1', s_hours: true },
    }),
    'twenty kilobytes of text': submissionOf({ answers: { s_outcome: 'x'.repeat(20_000), s_stage: 'int1' } }),
    'twenty kilobytes of keys': submissionOf({
      answers: Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`key_${n}`, 'x'])),
    }),
    'a deep hole': submissionOf({
      answers: JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`) as unknown,
    }),
    'a reason heard by somebody who was never told': submissionOf({
      side: 'employer',
      answers: { e_role: 'hr', e_last: 'int1', e_time: 'never', e_explanation: 'form' },
    }),
    'a job seeker who says that somebody else knows': submissionOf({
      answers: { s_outcome: 'rejected_told', s_stage: 'int1', s_explanation: 'unseen' },
    }),
    'an employer’s answer from a job seeker': submissionOf({
      answers: { s_outcome: 'silent', s_stage: 'int1', e_role: 'hr' },
    }),
  };

  test.each(Object.entries(bad))(
    '%s is refused in one sentence, stores nothing and is counted (T1)',
    async (_, submission) => {
      const before = {
        kept: await stored(database()),
        d3: (await refusalsOf(database()))['response D3'] ?? 0,
      };
      const { status } = await refused(submission);
      expect(await stored(database())).toBe(before.kept);
      // What is too large is refused before anything is written, also a count.
      if (status !== 413) expect((await refusalsOf(database()))['response D3']).toBe(before.d3 + 1);
    },
  );

  const badRequests: Record<string, unknown> = {
    nothing: null,
    'a number': 7,
    'a truth': false,
    'an empty list': [],
    'a list of three requests': [{}, {}, {}],
    'a string that is no JSON': '"not { json"',
    'a string of a string': JSON.stringify(JSON.stringify(JSON.stringify({}))),
    'a key too many': { submission: {}, proof: {}, trap: '', note: '' },
    'a submission by itself': submissionOf(),
    'a trap that is a number': { submission: {}, proof: {}, trap: 1 },
    'a trap that is null': { submission: {}, proof: {}, trap: null },
    'an empty object': {},
    'a NUL character': '{"submission": {"id": "\\u0000"}, "proof": {}, "trap": ""}',
    'a NUL character in the proof':
      '{"submission": {}, "proof": {"challenge": {"parameters": {"nonce": "\\u0000"}}}}',
    'half a character': '{"submission": {"id": "\\ud800"}}',
    'a NUL character in a string in a string': JSON.stringify('{"submission": {"id": "\\u0000"}}'),
    'twenty kilobytes': { submission: 'x'.repeat(20_000) },
    'twenty kilobytes of proof': { submission: {}, proof: 'x'.repeat(20_000) },
    'twenty kilobytes in the trap': { submission: {}, proof: {}, trap: 'x'.repeat(20_000) },
    'twenty kilobytes in a string': JSON.stringify(JSON.stringify({ submission: 'x'.repeat(20_000) })),
    'twenty kilobytes of keys': Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`key_${n}`, 'x'])),
  };

  test.each(Object.entries(badRequests))(
    'a request that is %s is refused in one sentence (T1)',
    async (_, request) => {
      const before = await stored(database());
      expectRefused(await call(database(), 'submit_response', request));
      expect(await stored(database())).toBe(before);
    },
  );

  test('a request handed over as a JSON string is read all the same', async () => {
    const request = JSON.stringify(JSON.stringify(await requestFor(database(), submissionOf())));
    expect(await call(database(), 'submit_response', request)).toMatchObject({
      status: 200,
      body: { status: 'stored' },
    });
  });

  test('size comes before everything else', async () => {
    const before = await refusalsOf(database());
    const huge = { submission: submissionOf({ note: 'x'.repeat(20_000) }), proof: null, trap: 'filled' };
    expect(expectRefused(await call(database(), 'submit_response', huge))).toMatchObject({
      status: 413,
      code: 'too_large',
    });
    expect(await refusalsOf(database())).toEqual(before);
  });

  test('a filled honeypot costs a harder proof, and then the response is stored with its flag', async () => {
    const { code, submission } = withCode({ answers: toldAfterInterviews });
    const send = (proof: unknown, trap: string) =>
      call(database(), 'submit_response', { submission, proof, trap });
    const before = (await refusalsOf(database()))['response D2'] ?? 0;
    for (const trap of ['http://example.com', ' '])
      expect(expectRefused(await send(await proofFor(database()), trap))).toMatchObject({
        status: 400,
        code: 'proof_too_easy',
      });
    expect((await refusalsOf(database()))['response D2']).toBe(before + 2);
    expect(expectRefused(await send(null, 'x')).code).toBe('proof_missing');
    expect(await rows(submission.id)).toEqual([]);
    const harder = solve(await challengeFor(database(), {}, 'response', { harder: true }));
    expect((await send(harder, 'http://example.com')).body).toEqual({ status: 'stored' });
    expect(await rows(submission.id)).toMatchObject([{ f_trap: true, standing: 'counted' }]);
    expect((await call(database(), 'read_response', { code })).body).toMatchObject({ status: 'found' });
    const usual = submissionOf();
    await sendFresh(database(), usual);
    expect(await rows(usual.id)).toMatchObject([{ f_trap: false }]);
    const byHand = await sendFresh(database(), { ...submissionOf(), trapped: true });
    expect(expectRefused(byHand).code).toBe('not_valid');
  });

  test('a request without the honeypot field is accepted: a person’s browser may leave it out', async () => {
    const { submission, proof } = await requestFor(database(), submissionOf());
    expect(await call(database(), 'submit_response', { submission, proof })).toMatchObject({ status: 200 });
  });

  test('the same response is acknowledged though its proof is spent, too old or missing', async () => {
    const request = await requestFor(database(), submissionOf());
    await call(database(), 'submit_response', request);
    for (const again of [request, { ...request, proof: null }, { submission: request.submission }])
      expect(await call(database(), 'submit_response', again)).toEqual({
        status: 200,
        body: { status: 'stored_before' },
        headers: {},
      });
  });

  test('forty of one request at once, with one proof, make one row, and every one is acknowledged', async () => {
    // From one network, then each from its own, where the network’s lock does not prevent the race condition.
    for (const address of [() => '192.0.2.1', (n: number) => `192.0.2.${n}`]) {
      const request = await requestFor(database(), submissionOf());
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          call(database(), 'submit_response', request, { headers: { 'x-forwarded-for': address(n) } }),
        ),
      );
      const said = answers.map(({ status, body }) => `${status} ${(body as { status: string }).status}`);
      expect(said.filter((answer) => answer === '200 stored')).toHaveLength(1);
      expect(said.filter((answer) => answer === '200 stored_before')).toHaveLength(39);
      expect(await rows(request.submission.id)).toHaveLength(1);
    }
  });

  test('the last free place of a network is not lost to a retry', async () => {
    await set(database(), { response_limit: 1 });
    const caller = { headers: { 'x-forwarded-for': '192.0.2.1' } };
    const request = await requestFor(database(), submissionOf());
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => call(database(), 'submit_response', request, caller)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  });

  test('a refusal has the same fields whether it was returned or raised', async () => {
    const taken = submissionOf();
    await submit(taken);
    const raised = await sendFresh(database(), submissionOf({ receipt: taken.receipt }));
    const returned = await sendFresh(database(), submissionOf({ side: 'onlooker' }));
    for (const { body } of [raised, returned])
      expect(Object.keys(body as object).sort()).toEqual(['code', 'message']);
  });

  test('refusals are daily totals by rule, without anything about the caller', async () => {
    await sendFresh(database(), submissionOf({ side: 'onlooker' }));
    const days = await database().sql(
      `select day = (now() at time zone 'utc')::date as today, kind, rule, n from private.refusal order by kind, rule`,
    );
    expect(new Set(days.map(({ kind, rule }) => `${String(kind)} ${String(rule)}`)).size).toBe(days.length);
    expect(days.every(({ today, n }) => today === true && Number(n) > 0)).toBe(true);
  });

  test('a proof for nothing is refused before the answers are read', async () => {
    expect(expectRefused(await call(database(), 'submit_response', { submission: {}, proof: {} })).code).toBe(
      'proof_missing',
    );
    const proof = await proofFor(database());
    expect(expectRefused(await call(database(), 'submit_response', { submission: {}, proof })).code).toBe(
      'not_valid',
    );
  });
});
