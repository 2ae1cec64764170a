import { PGlite } from '@electric-sql/pglite';
import { randomUUID } from 'node:crypto';
import { globSync, openAsBlob, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { makeRelease, releaseText } from '../../src/release/makeRelease.ts';
import { FIRST_RELEASE } from '../../src/release/disclosure/thresholds.ts';
import { openLedger } from '../../src/release/disclosure/ledger.ts';
import { forgetSql } from '../../scripts/server/housekeeping.ts';
import { mostCorrections } from '../../src/survey/consent.ts';
import type { SideId } from '../../src/survey/question.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { readReceiptCode } from '../../src/receipt/readReceiptCode.ts';
import { receiptGroups } from '../../src/receipt/receiptCode.ts';
import { brokenExamples, employer, toldAfterInterviews, validExamples } from '../examples/answers.ts';
import { validAnswers } from '../examples/anyAnswers.ts';
import { call, from, type Caller } from './harness/call.ts';
import type { Row } from './harness/database.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { pgliteExtensions } from './harness/pgliteTemplate.ts';
import { hashOf, keep, newCode, withCode } from './harness/receipt.ts';
import { expectRefused, refusalsOf } from './harness/refusals.ts';
import { openDoors, set, submit } from './harness/submission.ts';
import { counted, tallyOf } from './harness/tally.ts';
import { untilAsleep } from './harness/untilAsleep.ts';
import { temporaryFolder } from '../../scripts/postgresql/temporaryFolder.ts';

/** What a wrong code counts for: withdrawing answers “done” either way, so a guess learns nothing there. */
const limited = ['read_response', 'correct_response'] as const;
const functions = [...limited, 'withdraw_response'] as const;
const hashOrNull = (code: string | null | undefined) => (typeof code === 'string' ? hashOf(code) : null);
const silence = { s_outcome: 'silent', s_stage: 'int1', s_hours: 3 };
const instrument = questionnaire.version;

onEveryDatabase('explicit grants', (database) => {
  beforeEach(async () => {
    await database().sql('delete from private.hit');
    await database().sql('delete from private.arrival');
    await openDoors(database());
    await set(database(), { site_limit_factor: 1 });
  });

  const read = (code: unknown, caller?: Caller) => call(database(), 'read_response', { code }, caller);
  const correct = (code: unknown, answers: unknown, more: Record<string, unknown> = {}) =>
    call(database(), 'correct_response', { code, instrument, answers, ...more });
  const withdraw = (code: unknown) => call(database(), 'withdraw_response', { code });
  const row = async (id: string, side = 'job_seeker') =>
    (await database().sql(`select * from private.${side} where id = $1`, [id]))[0];
  const kept = async (changes: Record<string, unknown> = {}) => {
    const { code, submission } = withCode(changes);
    await keep(database(), submission);
    return { code, submission, id: submission.id };
  };
  const unknown = { status: 404, body: { status: 'unknown' }, headers: {} };
  const today = async () =>
    (await database().sql(`select (now() at time zone 'utc')::date::text as day`))[0]?.day;

  describe('reading', () => {
    test.each(['anon', 'authenticated'] as const)('%s sees what was sent, and when', async (role) => {
      const { code, submission } = await kept();
      expect(await read(code, { role })).toEqual({
        status: 200,
        headers: {},
        body: {
          status: 'found',
          side: 'job_seeker',
          instrument,
          submitted_on: await today(),
          kept_until: (
            await database().sql(
              `select ((now() at time zone 'utc')::date + interval '36 months')::date::text as day`,
            )
          )[0]?.day,
          revision: 1,
          answers: submission.answers,
        },
      });
    });

    test('every kind of answer comes back as it was sent, on both sides', async () => {
      for (const { side, answers } of validExamples) {
        await database().sql('delete from private.hit');
        const { code } = await kept({ side, answers });
        expect((await read(code)).body).toMatchObject({ side, answers });
      }
    });

    test('takes exactly the codes that the page makes of what people type, with the same hash', async () => {
      const letter = fc.oneof(
        {
          weight: 6,
          arbitrary: fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZabcxyzoOiIlLuU')),
        },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            ...Array.from(' -–—\t\u00a0\u3000\ufeffßıſéÅ１Ａ①²½ﬁ٣'),
            '\u{1d7d8}',
            '\u{1f600}',
          ),
        },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
      );
      const slip = fc.tuple(fc.nat(30), fc.nat(2), letter);
      const typed = fc
        .tuple(fc.constant(null).map(newCode), fc.array(slip, { maxLength: 3 }))
        .map(([code, slips]) =>
          slips.reduce((text, [at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone), code),
        );
      const seed = Math.floor(Math.random() * 2 ** 31);
      const codes = fc
        .sample(
          fc.oneof(
            typed,
            fc.array(letter, { minLength: 26, maxLength: 30 }).map((all) => all.join('')),
          ),
          {
            seed,
            numRuns: 2000,
          },
        )
        .filter((code) => !code.includes('\u0000'))
        .map((code) => code.toWellFormed());
      const rows = await database().sql(
        `select encode(private.receipt_hash(code), 'hex') as hash
         from jsonb_array_elements_text($1::jsonb) with ordinality as typed (code, place) order by place`,
        [JSON.stringify(codes)],
      );
      // The page sends the one spelling that readReceiptCode returns.
      const sent = codes.map((code) => (readReceiptCode(code) === code ? code : null));
      expect(
        codes.map((code, index) => ({ code, hash: rows[index]?.hash })),
        `seed ${seed}`,
      ).toEqual(codes.map((code, index) => ({ code, hash: hashOrNull(sent[index]) })));
      expect(sent.filter((code) => code !== null).length).toBeGreaterThan(100);
      expect(sent.filter((code) => code === null).length).toBeGreaterThan(100);
    });
  });

  describe('correcting', () => {
    test('new answers take the place of the old under the same id, day and receipt', async () => {
      const { code, id } = await kept();
      const before = await row(id);
      expect(await correct(code, silence)).toEqual({
        status: 200,
        headers: {},
        body: { status: 'corrected', revision: 2 },
      });
      expect(await row(id)).toMatchObject({
        s_outcome: 'silent',
        s_hours: 3,
        s_explanation: 'na',
        s_elapsed: 'blank',
        revision: 2,
        receipt: before?.receipt,
        submitted_on: before?.submitted_on,
        consent: before?.consent,
        duration: before?.duration,
        channel: before?.channel,
      });
      const open = { s_stage: 'applied', s_outcome: 'open' };
      expect((await correct(code, open)).body).toEqual({
        status: 'corrected',
        revision: 3,
      });
      expect((await read(code)).body).toMatchObject({ revision: 3, answers: open });
    });

    test('every response that is valid can be put in the place of any other', async () => {
      const seed = Math.floor(Math.random() * 2 ** 31);
      for (const side of Object.keys(questionnaire.sides) as SideId[]) {
        const many = fc.sample(validAnswers(side), { seed, numRuns: 30 });
        const { code } = await kept({ side, answers: many[0] });
        for (const answers of many) {
          await database().sql('delete from private.hit');
          expect((await correct(code, answers)).status, `seed ${seed}`).toBe(200);
          expect((await read(code)).body).toMatchObject({ answers });
        }
      }
    });

    test.each(['job_seeker', 'employer'] as const)(
      'invalid answers of a %s get the same sentence as at submission, and change nothing',
      async (side) => {
        const example = validExamples.find((entry) => entry.side === side);
        const { code, id } = await kept({ side, answers: example?.answers });
        const before = await row(id, side);
        for (const { name, answers, sentence } of brokenExamples.filter((entry) => entry.side === side)) {
          if (JSON.stringify(answers).length > 16_000) continue;
          await database().sql('delete from private.hit');
          const { status, message } = expectRefused(await correct(code, answers));
          expect({ name, status, message }).toEqual({ name, status: 400, message: sentence });
        }
        for (const answers of [
          undefined,
          null,
          7,
          'hello',
          [],
          [{}],
          { name: 'x' },
          validExamples.find((entry) => entry.side !== side)?.answers,
        ]) {
          await database().sql('delete from private.hit');
          expectRefused(await correct(code, answers));
        }
        expectRefused(await correct(code, example?.answers, { instrument: '0' }));
        expectRefused(await correct(code, example?.answers, { instrument: Number(instrument) }));
        expectRefused(await correct(code, example?.answers, { instrument: undefined }));
        expect(await row(id, side)).toEqual(before);
      },
    );

    test('refused corrections are counted for the day', async () => {
      const { code } = await kept();
      const before = (await refusalsOf(database()))['correction D3'] ?? 0;
      await correct(code, { s_outcome: 'ghosted' });
      expect((await refusalsOf(database()))['correction D3']).toBe(before + 1);
    });

    test('ten at once make ten revisions of one row', async () => {
      const { code, id } = await kept();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, n) => correct(code, { ...silence, s_hours: n })),
      );
      expect(
        answers.map(({ body }) => (body as { revision: number }).revision).sort((a, b) => a - b),
      ).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
      expect(await row(id)).toMatchObject({ revision: 11, s_outcome: 'silent' });
    });
  });

  describe('withdrawing', () => {
    test('the row, its place in the tally and the answer to its code are gone', async () => {
      const { code, id } = await kept({ answers: { ...silence, s_elapsed: 'm3_6', industry: 'tech' } });
      const count = async (name: string) => counted(await tallyOf(database()), 'job_seeker', name);
      const inPlace = [await count('eligible'), await count('E2 job_seeker_45_days never')];
      expect(await withdraw(code)).toEqual({ status: 200, headers: {}, body: { status: 'done' } });
      expect(await row(id)).toBeUndefined();
      expect([await count('eligible'), await count('E2 job_seeker_45_days never')]).toEqual(
        inPlace.map((n) => n - 1),
      );
      expect(await read(code)).toEqual(unknown);
      expect(await correct(code, silence)).toEqual(unknown);
      expect(await withdraw(code)).toMatchObject({ status: 200, body: { status: 'done' } });
    });

    test('row, tally, release and code are as if it had never been sent, and stay so after a late retry (T14)', async () => {
      const answers = { ...silence, s_elapsed: 'm3_6', s_promised: 'none', s_asked: 'no', s_clear: 'p2' };
      const others = Array.from({ length: FIRST_RELEASE }, () => withCode({ answers }));
      for (const { submission } of others) {
        await database().sql('delete from private.arrival');
        await keep(database(), submission);
      }
      // A release is made of the tally and of nothing else.
      const published = async () => {
        const tally = await tallyOf(database());
        const commit = 'c0ffee'.padEnd(40, '0');
        const head = { id: '2026-12', published: '2026-12-01', made_up: false, instrument, commit };
        const made = makeRelease({ tally, head, earlier: [], ledger: openLedger([]) });
        return { tally, release: releaseText(made.release) };
      };
      await database().sql('delete from private.arrival');
      const before = await published();
      const { code, submission, id } = await kept({ answers });
      expect((await published()).release).not.toBe(before.release);
      await withdraw(code);
      for (const again of [submission, { ...submission, answers: silence }]) {
        expect(await row(id)).toBeUndefined();
        expect(await published()).toEqual(before);
        expect(await read(code)).toEqual(unknown);
        expect((await submit(database(), again)).body).toEqual({ status: 'withdrawn' });
      }
      expect(await published()).toEqual(before);
    });

    test('the tombstone is a hash of the id and nothing else', async () => {
      const { code, id } = await kept();
      await withdraw(code);
      const stones = await database().sql(
        `select * from private.withdrawn where id_hash = sha256(convert_to($1, 'UTF8'))`,
        [id],
      );
      expect(stones.map((stone) => Object.keys(stone))).toEqual([['id_hash']]);
    });

    test('retries that race with the withdrawal never outlive it', async () => {
      for (let round = 0; round < 5; round += 1) {
        await database().sql('delete from private.hit');
        const { code, submission, id } = await kept();
        const storing = () =>
          database().sql('select private.store($1::jsonb) as kept', [JSON.stringify(submission)]);
        const [, ...retries] = await Promise.all([withdraw(code), ...Array.from({ length: 20 }, storing)]);
        expect(retries.flat()).toEqual(Array.from({ length: 20 }, () => ({ kept: false })));
        expect(await row(id)).toBeUndefined();
      }
    });

    test('a code opens its own answers only', async () => {
      const answers = { e_role: 'hr', e_last: 'nobody' };
      const [mine, other] = [await kept(), await kept({ side: 'employer', answers })];
      await withdraw(mine.code);
      expect(await row(other.id, 'employer')).toBeDefined();
      expect((await read(other.code)).body).toMatchObject({ side: 'employer', answers });
    });
  });

  describe('when the time is over that was promised', () => {
    /** As if it had been sent so long ago. */
    const aged = (age: string) =>
      database().sql(
        `update private.job_seeker set submitted_on = (now() - $1::interval)::date, kept_until = (kept_until - $1::interval)::date`,
        [age],
      );

    test('single answers are deleted as a withdrawal deletes them, and not a day earlier', async () => {
      const { code, id, submission } = await kept({ months: 36 });
      await aged('36 months');
      expect((await read(code)).status).toBe(200);
      await aged('1 day');
      expect(await read(code)).toEqual(unknown);
      expect(await row(id)).toBeUndefined();
      expect((await submit(database(), submission)).body).toEqual({ status: 'withdrawn' });
    });

    test('each keeps its own promise, whatever a later text says, and a correction keeps it', async () => {
      const [long, short] = [await kept({ months: 36 }), await kept({ months: 12 })];
      expect((await correct(long.code, silence)).status).toBe(200);
      await aged('1 year 2 days');
      expect(await read(short.code)).toEqual(unknown);
      expect((await read(long.code)).body).toMatchObject({ status: 'found', revision: 2 });
      await aged('2 years');
      expect(await read(long.code)).toEqual(unknown);
    });

    test('one that was a copy of a deleted one counts from then on', async () => {
      const answers = toldAfterInterviews;
      await kept({ answers, months: 12 });
      const copy = await kept({ answers, months: 36 });
      expect(await row(copy.id)).toMatchObject({ f_dup: true });
      await aged('1 year 2 days');
      await database().sql('select private.maintenance()');
      expect(await row(copy.id)).toMatchObject({ f_dup: false, standing: 'counted' });
    });

    test('a scheduler sees to both sides without a caller', async () => {
      const people = [await kept(), await kept({ side: 'employer', answers: employer })];
      for (const side of ['job_seeker', 'employer'])
        await database().sql(`update private.${side} set kept_until = current_date - 2`);
      await database().sql('select private.maintenance()');
      expect(await row(people[0]?.id ?? '')).toBeUndefined();
      expect(await row(people[1]?.id ?? '', 'employer')).toBeUndefined();
    });
  });

  const fullWidth = (code: string): string =>
    Array.from(code, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)).join('');

  /** Codes and requests without a response; only the page corrects how people write a code. */
  const strangers = (stored: string): Record<string, unknown> => {
    const code = newCode();
    const flipped = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
    return {
      'a code that nobody has': { code },
      'a wrong check symbol': { code: flipped },
      'two symbols swapped': { code: `${code.charAt(1)}${code.charAt(0)}${code.slice(2)}` },
      'one symbol short': { code: code.slice(1) },
      'a stored code in groups': { code: receiptGroups(stored).join('-') },
      'a stored code in small letters': { code: stored.toLowerCase() },
      'a stored code with a line break': { code: `${stored}\n` },
      'a stored code in full-width letters': { code: fullWidth(stored) },
      'one symbol long': { code: `${code}0` },
      'a letter that is no symbol': { code: `U${code.slice(1)}` },
      'an empty code': { code: '' },
      'a code of spaces': { code: ' '.repeat(28) },
      'a hash in place of the code': { code: hashOf(code) },
      'SQL in place of the code': { code: "'; drop table private.job_seeker; --" },
      'a pattern in place of the code': { code: '%' },
      'a UUID in place of the code': { code: randomUUID() },
      'ten thousand symbols': { code: '0'.repeat(10_000) },
      'letters of which normalising makes eighteen each': { code: '\ufdfa'.repeat(5_000) },
      'an emoji': { code: '😀'.repeat(28) },
      'a code in a list': { code: [code] },
      'a code in an object': { code: { code } },
      'a number': { code: 7 },
      'a boolean': { code: true },
      null: { code: null },
      'no code': {},
      'another key': { receipt: code },
      'a list': [{ code }],
      'a text': JSON.stringify('hello'),
      'a number for the whole': 12,
      'null for the whole': null,
      'a request as a JSON string': JSON.stringify(JSON.stringify({ code })),
      'a JSON string that holds none': JSON.stringify('{"code"'),
    };
  };

  describe('codes without a response', () => {
    test.each(functions)(
      '%s gives all of them the same answer, byte for byte, and changes nothing',
      async (name) => {
        const gone = await kept();
        await withdraw(gone.code);
        const { code: stored } = await kept();
        const requests: Record<string, unknown> = {
          ...strangers(stored),
          'a withdrawn code': { code: gone.code },
        };
        const count = async () =>
          (await database().sql('select count(*) as n from private.job_seeker'))[0]?.n;
        const before = await count();
        const replies = new Set<string>();
        for (const request of Object.values(requests)) {
          await database().sql('delete from private.hit');
          const more =
            typeof request === 'object' && request !== null && !Array.isArray(request)
              ? { instrument, answers: silence }
              : {};
          replies.add(
            JSON.stringify(
              await call(
                database(),
                name,
                Object.keys(more).length > 0 ? { ...(request as object), ...more } : request,
              ),
            ),
          );
        }
        expect(Object.keys(requests).length).toBeGreaterThanOrEqual(24);
        expect([...replies]).toEqual([
          JSON.stringify(
            name === 'withdraw_response' ? { status: 200, body: { status: 'done' }, headers: {} } : unknown,
          ),
        ]);
        expect(await count()).toBe(before);
      },
    );

    test.each(functions)('%s refuses a request that is too large before it reads it', async (name) => {
      const refused = expectRefused(
        await call(database(), name, { code: newCode(), answers: 'x'.repeat(20_000) }),
      );
      expect(refused).toMatchObject({ status: 413, code: 'too_large' });
    });

    test('nothing that is asked with a code is normalised, which costs time: only a comment’s words are, after their size was looked at', async () => {
      const normalising = await database().sql(
        `select proname from pg_proc where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
           and prosrc ~* '\\mnormalize\\M' order by proname`,
      );
      expect(normalising.map(({ proname }) => proname)).toEqual(['clean_text', 'letters_of']);
    });

    test('a correction of an unknown code says nothing about its answers', async () => {
      expect(await correct(newCode(), { s_outcome: 'ghosted' })).toEqual(unknown);
      expect(await correct(newCode(), null, { instrument: '0' })).toEqual(unknown);
    });
  });

  describe('guessing codes', () => {
    test('the eleventh wrong code within an hour is turned away, whether it is to read or to correct', async () => {
      const caller = from('192.0.2.1');
      for (let n = 0; n < 10; n += 1)
        expect((await call(database(), limited[n % 2] ?? '', { code: newCode() }, caller)).status).toBe(404);
      for (const name of limited) {
        const answer = await call(
          database(),
          name,
          { code: newCode(), instrument, answers: silence },
          caller,
        );
        expect(expectRefused(answer)).toMatchObject({ status: 429, code: 'too_many' });
        expect(Number(answer.headers['Retry-After'])).toBeGreaterThan(0);
      }
      expect((await read(newCode(), from('192.0.2.2'))).status).toBe(404);
    });

    test('nobody else’s guesses keep a right code from being read, corrected and withdrawn: not those of its own network, nor of its whole provider', async () => {
      const { code, id } = await kept();
      await set(database(), { site_limit_factor: 3, provider_limit_factor: 12 });
      // Four addresses that use up what their /16 has, as one stranger with four lines could.
      const strangers = Array.from({ length: 124 }, (_, n) => from(`192.0.2.${1 + (n % 4)}`));
      for (const stranger of strangers) await read(newCode(), stranger);
      for (const address of ['192.0.2.1', '192.0.200.9']) {
        const caller = from(address);
        expect((await read(newCode(), caller)).status).toBe(429);
        expect((await read(code, caller)).body).toMatchObject({ status: 'found' });
        const corrected = await call(
          database(),
          'correct_response',
          { code, instrument, answers: silence },
          caller,
        );
        expect(corrected.body).toMatchObject({ status: 'corrected' });
      }
      expect((await call(database(), 'withdraw_response', { code }, from('192.0.2.1'))).body).toEqual({
        status: 'done',
      });
      expect(await row(id)).toBeUndefined();
      // From here on it is as wrong as any other; pressed again, withdrawing does no harm.
      expect((await read(code, from('192.0.2.1'))).status).toBe(429);
      expect((await call(database(), 'withdraw_response', { code }, from('192.0.2.1'))).body).toEqual({
        status: 'done',
      });
    });

    test('what no limit of a network bounds is bounded for each response: it is corrected as often as the consent text says, and then still withdrawn', async () => {
      const { code, id } = await kept();
      await database().sql('update private.job_seeker set revision = $2 where id = $1', [
        id,
        mostCorrections,
      ]);
      expect((await correct(code, silence)).body).toMatchObject({
        status: 'corrected',
        revision: mostCorrections + 1,
      });
      const refused = await correct(code, silence);
      expect(expectRefused(refused)).toMatchObject({ status: 409, code: 'corrected_often' });
      expect(refused.body).toMatchObject({ message: expect.stringContaining('100 times') as unknown });
      expect((await row(id))?.revision).toBe(101);
      expect((await withdraw(code)).body).toEqual({ status: 'done' });
      expect(await row(id)).toBeUndefined();
    });

    test('of corrections at once for which one place is left, one is made', async () => {
      const { code, id } = await kept();
      await database().sql('update private.job_seeker set revision = $2 where id = $1', [
        id,
        mostCorrections,
      ]);
      const correcting = database().sql('select public.correct_response($1::jsonb) as body, pg_sleep(0.5)', [
        JSON.stringify({ code, instrument, answers: silence }),
      ]);
      await untilAsleep(database(), correcting);
      const [made, ...others] = await Promise.all([
        correcting,
        ...Array.from({ length: 5 }, (_, n) => correct(code, { ...silence, s_hours: n })),
      ]);
      expect(made).toMatchObject([{ body: { status: 'corrected', revision: mostCorrections + 1 } }]);
      expect(others.map(({ status }) => status)).toEqual(Array<number>(5).fill(409));
      expect((await row(id))?.revision).toBe(101);
    });

    test('sixty at once: exactly ten are looked up (T7)', async () => {
      const caller = from('192.0.2.3');
      const before = (await refusalsOf(database()))['receipt D4'] ?? 0;
      const answers = await Promise.all(
        Array.from({ length: 60 }, (_, n) =>
          call(database(), limited[n % 2] ?? '', { code: newCode() }, caller),
        ),
      );
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(50);
      expect(answers.filter(({ status }) => status === 404)).toHaveLength(10);
      expect((await refusalsOf(database()))['receipt D4']).toBe(before + 50);
    });
  });
});

/** Every file of a PGlite folder that holds these bytes, by its path in there. */
const filesWith = (folder: string, bytes: Buffer): string[] =>
  globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(bytes))
    .map((file) => relative(folder, file));

test('withdrawn and corrected answers leave the disk of the embedded database, its log included (T14)', async () => {
  const { path: folder, remove } = temporaryFolder('withdrawn');
  try {
    const pglite = await PGlite.create(folder, {
      extensions: pgliteExtensions,
      loadDataDir: await openAsBlob(inject('pgliteTemplates')['explicit grants']),
    });
    const database = {
      sql: async (text: string, params: readonly unknown[] = []) =>
        (await pglite.query<Row>(text, [...params])).rows,
    };
    const people = Array.from({ length: 60 }, () => withCode());
    for (const { submission } of people) await keep(database, submission);
    const [person] = people.slice(20, 21);
    if (person === undefined) throw new Error('Nobody was stored.');
    const id = Buffer.from(person.submission.id.replaceAll('-', ''), 'hex');
    const receipt = Buffer.from(hashOf(person.code), 'hex');
    const stored = `select answers_hash from private.job_seeker where id = '${person.submission.id}'`;
    const [corrected] = await database.sql(stored);
    const formerAnswers = Buffer.from(corrected?.answers_hash as Uint8Array);
    await database.sql('delete from private.hit');
    await database.sql('select public.correct_response($1)', [
      JSON.stringify({ code: person.code, instrument, answers: silence }),
    ]);
    const answers = Buffer.from((await database.sql(stored))[0]?.answers_hash as Uint8Array);
    await database.sql('checkpoint');
    for (const bytes of [id, receipt, answers]) expect(filesWith(folder, bytes)).not.toEqual([]);
    await database.sql('select public.withdraw_response($1)', [JSON.stringify({ code: person.code })]);
    await database.sql('checkpoint');
    // A deleted row stays in its file and in the write-ahead log until VACUUM FULL and a checkpoint.
    expect(filesWith(folder, receipt).some((file) => file.startsWith('base'))).toBe(true);
    expect(filesWith(folder, receipt).some((file) => file.startsWith('pg_wal'))).toBe(true);
    for (const statement of forgetSql(Object.keys(questionnaire.sides))) await database.sql(statement);
    for (const bytes of [id, receipt, answers]) expect(filesWith(folder, bytes)).toEqual([]);
    // The other 59 people sent the same answers, so those are still on disk, and no row is lost.
    expect(filesWith(folder, formerAnswers)).not.toEqual([]);
    expect(await database.sql('select count(*) as n from private.job_seeker')).toEqual([{ n: 59 }]);
    await pglite.close();
    for (const bytes of [id, receipt, answers]) expect(filesWith(folder, bytes)).toEqual([]);
  } finally {
    remove();
  }
});
