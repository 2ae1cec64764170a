import { expect, test } from 'vitest';
import { datePlace } from '../../../src/survey/frame.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { aroundDate, piecesOf, plain } from '../../../src/survey/wording.ts';

const all = [
  ...Object.values(questionnaire.sides).flatMap(({ intro, questions }) => [
    ...intro,
    ...questions.flatMap(({ wording, help = '' }) => [wording, help]),
  ]),
  ...Object.values(questionnaire.lists).flatMap(({ options }) => options.map(({ reply = '' }) => reply)),
];

test('a wording comes apart into plain words, bold ones and the place of a date', () => {
  expect(piecesOf(`Take the **latest** one (before ${datePlace}), not the **best**.`)).toEqual([
    { text: 'Take the ' },
    { text: 'latest', is: 'strong' },
    { text: ' one' },
    { text: ` (before ${datePlace})`, is: 'date' },
    { text: ', not the ' },
    { text: 'best', is: 'strong' },
    { text: '.' },
  ]);
});

test('in plain words it has neither marks nor the brackets of the date', () => {
  expect(plain(`Take the **latest** one (before ${datePlace}), not the **best** (really).`)).toBe(
    'Take the latest one, not the best (really).',
  );
});

test('the date goes between the words of its brackets', () => {
  expect(aroundDate({ text: ` (before ${datePlace})` })).toEqual([' (before ', ')']);
});

test('no wording of the questionnaire keeps a mark or a place in plain words', () => {
  expect(all.filter((wording) => plain(wording) !== wording).length).toBeGreaterThan(5);
  expect(all.map(plain).filter((words) => /\*\*|[{}]|\(\)| {2}| [.,?]/.test(words))).toEqual([]);
  expect(all.flatMap(piecesOf).filter(({ text, is }) => text.includes('{') && is !== 'date')).toEqual([]);
});
