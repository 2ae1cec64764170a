import fc from 'fast-check';
import { expect, test } from 'vitest';
import { envelope } from '../../src/thread/comment.ts';
import { limits } from '../../src/thread/limits.ts';
import { cleanText, textProblem, textSentences } from '../../src/thread/text.ts';
import { threadId } from '../../src/thread/thread.ts';
import { anyText, isOldEnough } from '../examples/anyText.ts';
import { hostileTexts } from '../examples/hostileTexts.ts';
import { lettersKept } from '../examples/lettersKept.ts';
import { call } from './harness/call.ts';
import { comment, commentOf, openCommentDoors, readThread, withCommentCode } from './harness/comment.ts';
import { moderate, moderatorOf } from './harness/moderator.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';

/** Random texts; PARITY_RUNS=10000 is the run of a release. */
const runs = Number(process.env.PARITY_RUNS ?? 1000);

onEveryDatabase('explicit grants', (database) => {
  const cleanedBySql = async (texts: readonly string[]) =>
    (
      await database().sql(
        `select private.clean_text(typed) as clean, private.text_problem(private.clean_text(typed)) as problem
         from jsonb_array_elements_text($1::jsonb) with ordinality as sent (typed, place) order by place`,
        [JSON.stringify(texts)],
      )
    ).map(({ clean, problem }) => ({ clean, problem }));
  const cleanedHere = (texts: readonly string[]) =>
    texts.map((typed) => ({ clean: cleanText(typed), problem: textProblem(cleanText(typed)) }));

  test(
    `${runs} random texts are cleaned alike`,
    async () => {
      for (let done = 0; done < runs; done += 1000) {
        const seed = Math.floor(Math.random() * 2 ** 31);
        const texts = fc.sample(anyText, { seed, numRuns: Math.min(1000, runs - done) });
        const sql = await cleanedBySql(texts);
        const different = texts
          .map((typed, n) => ({
            typed: Array.from(typed, (one) => one.codePointAt(0)?.toString(16)).join(' '),
            here: cleanedHere([typed])[0],
            there: sql[n],
          }))
          .filter(({ here, there }) => JSON.stringify(here) !== JSON.stringify(there));
        expect(different, `seed ${seed}`).toEqual([]);
      }
    },
    60_000 + runs * 5,
  );

  // A million of them, in a database that is one process.
  test('every single character is cleaned alike', { timeout: 300_000 }, async () => {
    const all: string[] = [];
    for (let one = 1; one <= 0x10ffff; one += 1)
      if ((one < 0xd800 || one > 0xdfff) && isOldEnough(one)) all.push(`a${String.fromCodePoint(one)}b`);
    for (let from = 0; from < all.length; from += 50_000) {
      const texts = all.slice(from, from + 50_000);
      const sql = await cleanedBySql(texts);
      const here = cleanedHere(texts);
      expect(texts.filter((_, n) => sql[n]?.clean !== here[n]?.clean)).toEqual([]);
    }
  });

  test('texts of every length are measured alike', async () => {
    const texts = [
      '',
      ' ',
      'a',
      'é'.repeat(4000),
      '\u{1f642}'.repeat(4000),
      'e\u0301'.repeat(4000),
      'a'.repeat(4001),
      `${'a'.repeat(4000)} `,
    ];
    expect(await cleanedBySql(texts)).toEqual(cleanedHere(texts));
  });

  test('a comment with one field that is wrong is refused in the words for that field', async () => {
    const good = commentOf({ text: 'Well said.' });
    const upperId = good.id.toUpperCase();
    const hash = 'A'.repeat(64);
    const injection = "'; drop table x; --";
    const tooLong = 'a'.repeat(4001);
    const wrongEverywhere = [undefined, 7, ['x'], { x: 1 }];
    const texts = ['', 'x', upperId, hash, ' \u200b ', tooLong, injection];
    const fields: Readonly<Record<string, { sentence: string; wrong: readonly unknown[] }>> = {
      id: { sentence: envelope.id.message, wrong: [null, ...texts] },
      kind: { sentence: threadId.message, wrong: [null, ...texts] },
      thread: { sentence: threadId.message, wrong: [null, ...texts.filter((text) => text !== 'x')] },
      parent: { sentence: envelope.parent.message, wrong: texts },
      role: { sentence: envelope.role.message, wrong: [null, ...texts] },
      text: { sentence: envelope.text.message, wrong: [null] },
      receipt: { sentence: envelope.receipt.message, wrong: [null, ...texts] },
    };
    const broken: readonly (readonly [sent: unknown, sentence: string | null])[] = [
      [good, null],
      [{ ...good, parent: good.id }, null],
      [{ ...good, parent: null }, null],
      [{ ...good, thread: 'x' }, null],
      ...['x', upperId, hash, injection].map((text) => [{ ...good, text }, null] as const),
      ...['', ' \u200b '].map((text) => [{ ...good, text }, textSentences.empty] as const),
      [{ ...good, text: tooLong }, textSentences.tooLong],
      ...[null, 7, [], { ...good, note: 'x' }].map((sent) => [sent, envelope.notAnObject] as const),
      [{}, envelope.id.message],
      ...Object.entries(fields).flatMap(([key, { sentence, wrong }]) =>
        [...wrongEverywhere, ...wrong].map((value) => [{ ...good, [key]: value }, sentence] as const),
      ),
    ];
    const said = await database().sql(
      `select private.comment_problem(sent) as problem
       from jsonb_array_elements($1::jsonb) with ordinality as all_sent (sent, place) order by place`,
      [JSON.stringify(broken.map(([sent]) => sent))],
    );
    expect(Object.keys(fields)).toEqual(Object.keys(good));
    expect(said.map(({ problem }) => problem)).toEqual(broken.map(([, sentence]) => sentence));
  });

  test('hostile texts, and texts with joiners, are kept as typed but for what cannot be seen, read as kept, and shown to a moderator so', async () => {
    await openCommentDoors(database());
    const moderator = await moderatorOf(database());
    const texts = [...hostileTexts, ...lettersKept.map(([name, typed]) => ({ name, typed, kept: typed }))];
    for (const [n, { name, typed, kept = typed }] of texts.entries()) {
      const thread = `hostile-${n}`;
      const { code, sent } = withCommentCode({ thread, text: typed });
      expect((await comment(database(), sent)).body, name).toEqual({ status: 'stored' });
      const queue = await call(database(), 'moderation_queue', { list: 'waiting' }, moderator.caller);
      expect(queue.body, name).toMatchObject({ comments: [{ id: sent.id, text: kept }] });
      await moderate(database(), moderator, 'approve', sent.id);
      expect((await readThread(database(), { thread })).comments[0]?.text, name).toBe(kept);
      const own = await call(database(), 'comment_state', { codes: [code] });
      expect(own.body, name).toMatchObject({ comments: [{ text: kept }] });
    }
    expect(hostileTexts.length).toBeGreaterThanOrEqual(60);
    expect(lettersKept.length).toBeGreaterThanOrEqual(13);
    const [row] = await database().sql('select count(*) as n from private.comment');
    expect(Number(row?.n)).toBe(texts.length);
  });

  test('a letter that is eighteen once normalised counts as the one that was typed', async () => {
    const letter = '\ufdfa';
    expect(letter.normalize('NFKC')).toHaveLength(18);
    const texts = [letter.repeat(limits.characters), letter.repeat(limits.characters + 1)];
    expect(await cleanedBySql(texts)).toEqual(cleanedHere(texts));
    await openCommentDoors(database());
    const answers = [];
    // As many as a request holds, and one more: whose size is looked at before anything is normalised.
    for (const count of [limits.characters, limits.characters + 1, Math.ceil(limits.requestBytes / 3)])
      answers.push(await comment(database(), commentOf({ thread: 'letters', text: letter.repeat(count) })));
    expect(answers.map(({ status, body }) => [status, (body as { code?: string }).code])).toEqual([
      [200, undefined],
      [400, 'not_valid'],
      [413, 'too_large'],
    ]);
    expect(await database().sql(`select text from private.comment where thread_id = 'letters'`)).toEqual([
      { text: texts[0] },
    ]);
  });
});
