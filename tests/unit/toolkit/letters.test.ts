import { describe, expect, test } from 'vitest';
import { checklist, whenToSend } from '../../../src/toolkit/advice.ts';
import { answer, criteria } from '../../../src/toolkit/answer.ts';
import {
  letterText,
  standing,
  typedIn,
  type Chosen,
  type Letter,
  type Alternatives,
} from '../../../src/toolkit/letter.ts';
import { request } from '../../../src/toolkit/request.ts';

/** Every way to choose one option of each choice. */
const every = ({ choices }: Letter): readonly Chosen[] =>
  choices.reduce<readonly Chosen[]>(
    (so, { name, options }) =>
      so.flatMap((chosen) => options.map(({ value }) => ({ ...chosen, [name]: value }))),
    [{}],
  );

const people = { name: 'Ms Okafor', job: 'Accountant', me: 'Sam Lee' };
const exampleOf = ({ kind }: Chosen) => criteria.find(({ value }) => value === kind)?.example;
const written = [
  ...every(request).map((chosen) => ({ letter: request, chosen, filled: people })),
  ...every(answer).map((chosen) => ({ letter: answer, chosen, filled: { ...people, ...exampleOf(chosen) } })),
].map(({ letter, chosen, filled }) => ({ chosen, ...letterText(letter, chosen, filled) }));

/** What a careful reader would mark in a letter, as a sentence each. */
const faults: Readonly<Record<string, RegExp>> = {
  'two spaces': / {2}/,
  'a space at the end of a line': / (\n|$)/,
  'a space before a mark': / [,.?:;]/,
  'two marks in a row': /[,.?:;!]{2}/,
  'a slot that nothing fills': /[{}[\]]/,
  'an empty line too many': /\n{3}/,
  'a word twice': /\b(\w+) \1\b/i,
  'a before a vowel': /\ba [aeio]/i,
  'an before a consonant': /\ban [^aeiou]/i,
  'a sentence that begins small': /[.?!] [a-z]/,
  'a line that begins small': /^[a-z]/m,
  'a straight apostrophe': /'/,
};
const faultsIn = (text: string): readonly string[] =>
  Object.entries(faults).flatMap(([name, mark]) => (mark.test(text) ? [name] : []));

describe('every letter of the toolkit', () => {
  test('is one of 432 requests or 45 answers', () => {
    expect([every(request).length, every(answer).length]).toEqual([432, 45]);
  });

  test('has no fault of writing', () => {
    const found = written.flatMap(({ chosen, subject, body }) =>
      [...faultsIn(subject), ...faultsIn(body)].map((fault) => `${JSON.stringify(chosen)}: ${fault}`),
    );
    expect(found).toEqual([]);
  });

  test('ends every paragraph as a sentence, a greeting or a signature does', () => {
    const odd = written.flatMap(({ body }) =>
      body.split('\n\n').filter((paragraph) => !/[.?]$|^(Hello|Dear) .*,$|,\nSam Lee$/.test(paragraph)),
    );
    expect([...new Set(odd)]).toEqual([]);
  });

  test('asks one question, and names the job and who writes', () => {
    for (const { chosen, body } of written.filter(({ chosen }) => 'ask' in chosen)) {
      const asked = body.split('\n\n')[2] ?? '';
      expect(asked.match(/\?/g), JSON.stringify(chosen)).toHaveLength(1);
    }
    for (const { body } of written)
      for (const said of ['Accountant', 'Sam Lee']) expect(body).toContain(said);
  });

  test('is short: 45 to 110 words to ask, at most 120 to answer', () => {
    const words = ({ body }: { body: string }) => body.split(/\s+/).length;
    const asked = written.filter(({ chosen }) => 'ask' in chosen).map(words);
    const answered = written.filter(({ chosen }) => 'offer' in chosen).map(words);
    expect(Math.min(...asked)).toBeGreaterThanOrEqual(45);
    expect(Math.max(...asked)).toBeLessThanOrEqual(110);
    expect(Math.max(...answered)).toBeLessThanOrEqual(120);
  });

  test('has a subject where it goes by e-mail, and there alone', () => {
    for (const { chosen, subject } of written)
      expect(subject !== '', JSON.stringify(chosen)).toBe(
        !['message', 'phone'].includes(chosen.channel ?? ''),
      );
  });
});

describe('of each part', () => {
  const parts = ({ subject, body }: Letter): readonly Alternatives[] => [subject, ...body.flat()];

  test.each([
    ['the request', request, parts(request)],
    ['the answer', answer, parts(answer)],
    ['when to send the request', request, whenToSend],
  ])('%s takes one sentence at most, and each of its sentences is said somewhere', (_, letter, all) => {
    for (const part of all) {
      const said = every(letter).map((chosen) => standing([part], chosen));
      expect(said.filter(({ length }) => length > 1)).toEqual([]);
      expect(new Set(said.flat())).toEqual(new Set(part.map(({ text }) => text)));
    }
  });
});

test('the law of Ontario is for those who wait after an interview: nobody else is sent to it', () => {
  const sent = every(request).filter((chosen) => standing(whenToSend, chosen).join().includes('Ontario'));
  expect(new Set(sent.map(({ since, stage }) => `${since} ${stage}`))).toEqual(
    new Set(['never interviewed']),
  );
});

test('what is not filled in stands in brackets, by its name', () => {
  const [first] = every(request);
  if (first === undefined) throw new Error('There is nothing to choose.');
  const { body } = letterText(request, first, { job: 'Baker' });
  expect(body).toMatch(/^Hello \[name\],\n/);
  expect(body).toContain('the Baker job');
  expect(body).toMatch(/\n\[your name\]$/);
});

test('what is typed stands on one line, without the full stop that its sentence has', () => {
  expect(typedIn('  an example of a team.\n\nA recent one.. ')).toBe('an example of a team. A recent one');
});

test('the ten-minute checklist takes ten minutes', () => {
  expect(checklist.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(10);
});
