import { describe, expect, test } from 'vitest';
import { minutesOf, pace, timesOf } from '../../../src/survey/minutes.ts';
import type { Question, Questionnaire, SideId } from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';

/** The minutes of each side, counted by hand below for a small questionnaire. */
test.each([
  ['job_seeker', { shortest: 2.5, longest: 4.8, printed: 5 }],
  ['employer', { shortest: 3.9, longest: 6, printed: 6 }],
] as const satisfies readonly [SideId, unknown][])('the %s side takes %j', (side, expected) => {
  const { shortest, longest } = timesOf(questionnaire, side);
  expect({
    shortest: Number(shortest.toFixed(1)),
    longest: Number(longest.toFixed(1)),
    printed: minutesOf(questionnaire, side),
  }).toEqual(expected);
  expect(minutesOf(questionnaire, side)).toBeGreaterThanOrEqual(longest);
});

describe('counting', () => {
  const words = (n: number): string => Array.from({ length: n }, () => 'word').join(' ');
  const question = (id: string, more: Partial<Extract<Question, { kind: 'single' }>> = {}): Question => ({
    id,
    kind: 'single',
    list: 'answers',
    about: [{ text: words(2) }],
    wording: words(10),
    why: words(500),
    offers: [{ code: 'pnts', label: 'Prefer not to say' }],
    ...more,
  });
  const withQuestions = (...questions: readonly Question[]): Questionnaire => ({
    ...questionnaire,
    lists: {
      answers: {
        ordered: false,
        options: [
          { code: 'a', label: words(3) },
          { code: 'b', label: words(2), example: words(4) },
        ],
      },
    },
    sides: {
      ...questionnaire.sides,
      employer: { ...questionnaire.sides.employer, intro: [words(20), words(5)], questions: [...questions] },
    },
  });
  const minutes = (wordCount: number, answers: number): number =>
    wordCount / pace.wordsAMinute + (answers * pace.secondsAnAnswer) / 60;
  const timesWith = (...questions: readonly Question[]) => timesOf(withQuestions(...questions), 'employer');
  const close = (shortest: number, longest: number) => ({
    shortest: expect.closeTo(shortest, 9) as number,
    longest: expect.closeTo(longest, 9) as number,
  });

  test('the intro, the line above, the wording and the answers are read; why we ask and “prefer not to say” are not', () => {
    expect(timesWith(question('one'))).toEqual(close(minutes(25 + 21, 1), minutes(25 + 21, 1)));
  });

  test('what is printed is whole minutes, never fewer than it takes', () => {
    expect(minutesOf(withQuestions(question('one')), 'employer')).toBe(1);
  });

  test('help is read, and a missing answer in words of its own', () => {
    const more = question('one', { help: words(7), offers: [{ code: 'dk', label: words(6) }] });
    expect(timesWith(more).longest).toBeCloseTo(minutes(25 + 21 + 7 + 6, 1), 9);
  });

  test('a question that only one route asks is in the longest route alone', () => {
    const second = question('two', { shownIf: { variable: 'one', in: ['b'] } });
    expect(timesWith(question('one'), second)).toEqual(close(minutes(46, 1), minutes(46 + 21, 2)));
  });

  test('an answer that ends the questionnaire makes no route', () => {
    const first = question('one', { offers: [], screensOut: [{ code: 'a', because: 'It does not fit.' }] });
    const second = question('two', { shownIf: { variable: 'one', in: ['b'] } });
    expect(timesWith(first, second).shortest).toBeCloseTo(minutes(46 + 21, 2), 9);
  });

  test('of a set of rows the answers are read once, and each row takes an answer', () => {
    const rows: Question = {
      ...question('set'),
      kind: 'rows',
      list: 'answers',
      rows: [
        { id: 'set_a', label: words(1) },
        { id: 'set_b', label: words(3) },
      ],
    };
    expect(timesWith(rows).longest).toBeCloseTo(minutes(25 + 21 + 4, 2), 9);
  });

  test('a route that only an answer to a routed question opens is found', () => {
    const second = question('two', { shownIf: { variable: 'one', in: ['b'] } });
    const third = question('three', { shownIf: { variable: 'two', in: ['a'] } });
    expect(timesWith(question('one'), second, third).longest).toBeCloseTo(minutes(46 + 42, 3), 9);
  });
});
