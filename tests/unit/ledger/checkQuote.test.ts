import { describe, expect, test } from 'vitest';
import { checkQuote } from '../../../src/ledger/quote/checkQuote.ts';
import { knownClaims, knownFigures } from '../../../src/ledger/quote/known.ts';
import { statedIn } from '../../../src/ledger/quote/numbers.ts';
import { ledger } from '../../examples/ledger.ts';
import { deceiving, otherwise, quotes, type Quote } from '../../examples/quotes.ts';

const [figures, claims] = [knownFigures(ledger), knownClaims(ledger)];
const check = (sentence: string) => checkQuote(sentence, figures, claims);
const judged = (those: readonly Quote[]) => those.map((quote) => ({ quote, checked: check(quote.says) }));

const wronglyHolds = (those: readonly Quote[]) =>
  judged(those).flatMap(({ quote, checked }) =>
    checked.verdict === 'holds' && !quote.holds ? [quote.says] : [],
  );

describe('of thirty sentences that were fixed before it was written', () => {
  test('it names the right figure of at least 18 of the 20 that have one', () => {
    const about = judged(quotes.filter(({ figure }) => figure !== null));
    expect(about).toHaveLength(20);
    const missed = about.filter(({ quote, checked }) => checked.figure?.id !== quote.figure);
    expect(missed.length).toBeLessThanOrEqual(2);
  });

  test('it never says of a wrong one that it holds, and of the right ones at least 9 times in 10', () => {
    expect(wronglyHolds(quotes)).toEqual([]);
    const right = judged(quotes.filter(({ holds }) => holds));
    expect(right.filter(({ checked }) => checked.verdict === 'holds').length).toBeGreaterThanOrEqual(9);
  });

  test('it finds nothing in those about other things', () => {
    const others = judged(quotes.filter(({ figure }) => figure === null));
    expect(others.filter(({ checked }) => checked.verdict !== 'none')).toEqual([]);
  });
});

test.each([
  ['fifteen percent of candidates', 15],
  ['sixteen in twenty', 80],
  ['a tenth of them', 10],
  ['fifty-six percent', 56],
])('%s states a number', (says, value) => {
  expect(statedIn(says)).toMatchObject([{ value, unit: '%' }]);
});

test('of more that were written to deceive it, it says of none that is wrong that it holds', () => {
  expect(deceiving.length).toBeGreaterThanOrEqual(104);
  expect(wronglyHolds(deceiving)).toEqual([]);
});

test.each([
  '61% of candidates ghosted employers after an interview in the US, UK and Germany.',
  '42% of candidates in the UK had ghosted an employer, Tribepad found in 2023.',
  '41% of professionals have given interview feedback.',
  '94% more professionals wanted feedback after an interview.',
  '94% or more of professionals wanted feedback after an interview.',
  '94% of professionals wanted more feedback after an interview.',
  '>94% of professionals wanted feedback after an interview.',
  '~94% of professionals wanted feedback after an interview.',
  '.94% of professionals wanted feedback after an interview.',
  '94%+ of professionals wanted feedback after an interview.',
  '94% + of professionals wanted feedback after an interview.',
  '94%-plus of professionals wanted feedback after an interview.',
  'Nearly 94% of professionals wanted feedback after an interview.',
  'Nearly 75% of US workers who applied for jobs in the last year never heard back, says CareerBuilder.',
  '71% of North American candidates never received feedback on why they were not moved forward.',
  'More than 71% of North American candidates never received feedback on why they were not moved forward.',
  '61% of job seekers in the US, UK or Germany have been ghosted after an interview.',
  '61% of job seekers in the US or UK or Germany have been ghosted after an interview.',
  '61% of job seekers in either the UK, the US, or in Germany have been ghosted after an interview.',
])('a reader who did not write it could not deceive it either: %s', (sentence) => {
  expect(check(sentence).verdict).not.toBe('holds');
});

test('what the ledger says of itself holds, as its pages print it', () => {
  const own = figures.flatMap(({ sentence, who }) => [sentence, `${sentence} (${who})`]);
  expect(own.filter((sentence) => check(sentence).verdict !== 'holds')).toEqual([]);
});

test('so do the words of its sources, which its pages print as well, in quotation marks or without', () => {
  const quoted = figures.filter(({ wording }) => wording !== '');
  expect(quoted.length).toBeGreaterThan(80);
  const other = quoted.filter(({ id, wording }) =>
    [wording, `“${wording}”`].map(check).some(
      // Two figures may be of one sentence.
      ({ verdict, figure }) => verdict !== 'holds' || (figure?.id !== id && figure?.wording !== wording),
    ),
  );
  expect(other.map(({ id }) => id)).toEqual([]);
});

test('of right ones it says so, in other words, too, but for one that leaves out what was done', () => {
  const right = judged([...deceiving, ...otherwise]).filter(({ quote }) => quote.holds);
  expect(right).toHaveLength(13);
  const others = right.filter(
    ({ quote, checked }) => checked.verdict !== 'holds' || checked.figure?.id !== quote.figure,
  );
  expect(others.map(({ checked }) => [checked.figure?.id, checked.verdict])).toEqual([
    ['conference-board-2023.negative-action', 'unsure'],
  ]);
});

test.each([
  '59% of job seekers in Ireland would refuse a bad offer after a good experience in the selection.',
  '78% of hiring managers had to phone every insider who turned them down after an interview.',
  '81% of recruiters said their employer posts ads for jobs that don’t exist or are already filled.',
])('where the words are the figure’s in another order, or in part, it is not sure: %s', (sentence) => {
  expect(check(sentence)).toMatchObject({
    verdict: 'unsure',
    differences: ['It leaves out part of what the figure says, or says it in another order.'],
  });
});

test('nothing holds that the ledger says is a misquotation', () => {
  const wrong = figures.flatMap((figure) => figure.wrong.map(({ says }) => says));
  expect(wrong.length).toBeGreaterThan(10);
  expect(wrong.filter((sentence) => check(sentence).verdict === 'holds')).toEqual([]);
});

test('a number that is not the figure’s is called that, and not right', () => {
  expect(
    check('59% of professionals have never received feedback after an interview, LinkedIn says.').verdict,
  ).toBe('number');
});

test('a fraction is called wrong only where it is another number', () => {
  expect(check('Three out of four applicants never hear back.')).toMatchObject({
    verdict: 'claim',
    figure: { id: 'careerbuilder-2012.unanswered' },
  });
  expect(check('Six in ten adults in Ireland who attended an interview never heard back.')).toMatchObject({
    verdict: 'number',
    differences: [expect.stringMatching(/^“six in ten” is not the number: it is 57%\.$/)],
  });
});

test.each([
  '94% of professionals wanted feedback and 41% received any.',
  '94% of professionals want interview feedback but only 41% have received it.',
])('of several numbers it says that they are, and not whether they hold: %s', (sentence) => {
  expect(check(sentence)).toMatchObject({
    verdict: 'many',
    differences: ['Check each in a sentence of its own.'],
  });
});

describe('a sentence without a number', () => {
  test.each(['Ghosting is at an all-time high.', 'No employer was made to pay because it gave feedback.'])(
    'is told that it has none: %s',
    (sentence) => {
      expect(check(sentence)).toEqual({
        verdict: 'none',
        differences: ['It states no number to look for, such as 75%.'],
      });
    },
  );

  test('does not hold where the ledger knows it', () => {
    expect(check('A company was made to pay because it gave feedback!')).toMatchObject({
      verdict: 'wrong',
      differences: [expect.stringMatching(/age, which the law forbids/)],
    });
  });
});

describe('it says what is wrong', () => {
  test.each([
    ['CareerBuilder: 75% of job seekers never hear back after an interview.', /about applications/],
    [
      '94% of candidates want feedback, says Talent Board, 2022.',
      /not by Talent Board: it is LinkedIn, 2015/,
    ],
    ['94% of professionals wanted feedback after an interview, LinkedIn, 2019.', /not of 2019/],
    ['57% of adults in the UK who attended an interview never heard back.', /not of the United Kingdom/],
    ['More than 94% of professionals wanted feedback after an interview.', /not “more than”/],
    ['94% of professionals never want feedback after an interview.', /the other way round/],
    ['94% of professionals wanted feedback after an interview and a refund.', /more than the figure does/],
    ['94% of professionals wanted feedback after an interview and a refund.', /otherwise: “refund”\.$/],
    ['61% of job seekers in the US, UK and Germany are ghosted after an interview.', /whom it ever happened/],
    [
      '61% of job seekers in Germany had been ghosted after an interview.',
      /United Kingdom and Germany together/,
    ],
    ['3.1% of interview reviews in October 2016 mentioned ghosting.', /^It is of 2023, not of 2016\./],
    [
      '40% of job seekers in the US and Canada who had ghosted an employer said in 2023 that they had been ghosted after a second or third interview.',
      /not of Canada/,
    ],
    ['3.1% of interview reviews on Glassdoor mentioned ghosting.', /not say all of whom/],
    [
      '71% of North American candidates never received feedback on why they were not moved forward.',
      /The figure is nearly 71%\./,
    ],
    ['94%+ of professionals wanted feedback after an interview.', /not “at least” it/],
    [
      '61% of job seekers in the US, UK or Germany have been ghosted after an interview.',
      /together, and not of one or another/,
    ],
  ])('%s', (sentence, words) => {
    const { verdict, differences } = check(sentence);
    expect(verdict).toBe('claim');
    expect(differences.join(' ')).toMatch(words);
  });

  test('also of whom a number counts that is no share, without the line of its source', () => {
    expect(check('£41 was what going to an interview cost employers on average.').differences).toEqual([
      'They were not employers but people aged 18 to 23 in the United Kingdom.',
    ]);
    const employees = '663 employees read a letter that refused them a place at graduate school.';
    expect(check(employees).differences).toEqual([
      'They were not employees but college students, in two experiments.',
    ]);
  });

  test.each([
    'REC, 2023: 84% of candidates.',
    '84% of candidates get no feedback, says the REC.',
    'LinkedIn: 91% of UK job seekers want feedback.',
    '91% of UK job seekers want feedback.',
    '91% want feedback, LinkedIn found.',
  ])('also of a claim that has no source: %s', (sentence) => {
    expect(check(sentence)).toMatchObject({
      verdict: 'none',
      differences: [expect.stringMatching(/no source/)],
    });
  });
});

test.each([
  ['94 %', '94 % of professionals wanted feedback after an interview.'],
  ['94 per cent', '94 per cent of professionals wanted feedback after an interview.'],
  ['in words', 'Ninety-four percent of professionals wanted feedback after an interview.'],
  ['in capitals', '94% OF PROFESSIONALS WANTED FEEDBACK AFTER AN INTERVIEW.'],
])('reads a number however it is written: %s', (_, sentence) => {
  expect(check(sentence)).toMatchObject({ verdict: 'holds', figure: { id: 'linkedin-2015.wanted' } });
});

test.each([
  '91% of executives say that LinkedIn is their first choice for content.',
  '91% of UK firms are on LinkedIn.',
  '84% OF RECRUITERS USE SOFTWARE.',
  '84% of candidates were on time in 2023.',
])('a sentence that shares a name or a number with such a claim is none: %s', (sentence) => {
  expect(check(sentence)).toEqual({ verdict: 'none', differences: [] });
});

test.each(['4x more likely', '4 times more likely', 'Four times more likely', 'four times as likely'])(
  'reads how many times: %s',
  (likely) => {
    const sentence = `Candidates are ${likely} to consider you again after constructive feedback, LinkedIn says.`;
    expect(check(sentence).figure?.id).toBe('linkedin-2015.again');
  },
);

test.each([
  '',
  '%',
  '94',
  '100% of nothing',
  '0 of 0',
  'x'.repeat(20_000),
  '9'.repeat(400) + '%',
  'one in one in ten %%%',
])('stands a text that is no quote: %#', (text) => {
  expect(check(text).verdict).toBe('none');
});
